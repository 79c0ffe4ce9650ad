use alloc::string::String;

use super::{Interval, Number, UnitText, group_thousands, join};
use crate::reading;
use crate::token::Extent;

fn number(digits: u128, exponent: i32) -> Number {
    Number {
        negative: false,
        digits,
        exponent,
        text: String::new(),
        unit: UnitText::default(),
        extent: Extent::at(0),
    }
}

fn ends(number: &Number) -> (f64, f64) {
    let Interval { low, high } = number.interval();
    (low, high)
}

fn rounded(text: &str, digits: u32) -> Option<(f64, f64)> {
    let interval = reading::number(text).rounded_to(digits);
    interval.map(|it| (it.low, it.high))
}

#[test]
fn a_number_stands_for_half_a_unit_of_its_last_digit() {
    for (text, low, high) in [
        ("21.4", 21.35, 21.45),
        ("5", 4.5, 5.5),
        ("84e22", 8.35e23, 8.45e23),
        ("-0.51", -0.515, -0.505),
        ("0", -0.5, 0.5),
        ("0.0", -0.05, 0.05),
        ("100", 99.5, 100.5),
        ("-100", -100.5, -99.5),
        ("1.00e2", 99.5, 100.5),
        ("10,000", 9_999.5, 10_000.5),
        ("45%", 44.5, 45.5),
    ] {
        assert_eq!(ends(&reading::number(text)), (low, high), "{text}");
    }
}

#[test]
fn below_a_power_of_ten_significant_digits_are_finer() {
    for (text, digits, expected) in [
        ("100", 1, Some((95.0, 150.0))),
        ("-100", 1, Some((-150.0, -95.0))),
        ("1_000", 2, Some((995.0, 1_050.0))),
        ("1_500", 2, Some((1_450.0, 1_550.0))),
        ("1.50", 2, Some((1.45, 1.55))),
        ("1", 1, Some((0.95, 1.5))),
        ("0.010", 1, Some((0.0095, 0.015))),
        ("1e25", 3, Some((9.995e24, 1.005e25))),
        ("1_537", 2, None),
        ("1_500", 1, None),
        ("0", 1, None),
        ("5", 0, None),
    ] {
        assert_eq!(rounded(text, digits), expected, "{text} to {digits}");
    }
}

#[test]
fn what_no_integer_holds_is_held_to_the_number_itself() {
    let longest = number(9_999_999_999_999_999_999_999_999, 0);
    let (low, high) = ends(&longest);
    assert!(low <= 1e25 && high >= 1e25 && high - low <= 4e9);
    let most = number(u128::MAX, 0);
    let (low, high) = ends(&most);
    assert_eq!((low, high), (most.value(), most.value()));
    // No precision is so great that the arithmetic of places overflows.
    for digits in [40, 400, u32::MAX / 2, u32::MAX] {
        for text in ["1", "0.001", "-5e-300", "5e300"] {
            if let Some((low, high)) = rounded(text, digits) {
                let value = reading::number(text).value();
                assert!(low <= value && value <= high, "{text} to {digits}");
            }
        }
    }
}

#[test]
fn digits_finer_than_the_tolerance_are_seen() {
    assert!(number(1_537, 0).is_finer_than(0.32));
    assert!(!number(840, 0).is_finer_than(0.05));
    assert!(!number(5, 0).is_finer_than(0.99));
    let interval = reading::number("-80").within(0.05);
    assert_eq!((interval.low, interval.high), (-84.0, -76.0));
}

#[test]
fn digits_that_are_written_count() {
    for (text, significant, bare) in [
        ("0.050", 2, 1),
        ("10_000", 5, 1),
        ("1.50", 3, 2),
        ("0", 1, 1),
        ("2.5e-5", 2, 2),
    ] {
        let number = reading::number(text);
        assert_eq!(number.significant_digits(), significant, "{text}");
        assert_eq!(number.digits_without_zeros(), bare, "{text}");
    }
}

#[test]
fn a_number_stands_with_its_unit() {
    for (number, unit, expected) in [
        ("5", "h", "5 h"),
        ("5", "", "5"),
        ("-28,000", "$/h", "-$28,000/h"),
        ("3", "$million", "$3 million"),
        ("45", "%", "45%"),
        ("1.5", "×", "1.5×"),
        ("-0.51", "/year", "-0.51/year"),
        ("5.56", "$/million tokens", "$5.56/million tokens"),
        ("5", "µs", "5 µs"),
        ("5", "°C", "5 °C"),
    ] {
        assert_eq!(join(number, unit), expected);
    }
}

#[test]
fn thousands_are_grouped_before_the_point_alone() {
    for (written, expected) in [
        ("100", "100"),
        ("1000", "1,000"),
        ("1_000_000", "1,000,000"),
        ("-100", "-100"),
        ("-1000", "-1,000"),
        ("1000.12345", "1,000.12345"),
        ("1000e10000", "1,000e10000"),
        ("", ""),
    ] {
        assert_eq!(group_thousands(written), expected);
    }
}

#[test]
fn a_unit_of_several_names_is_exact() {
    // One divisor, not a product of rounded reciprocals.
    assert_eq!(reading::number("1 h/week").base_value(), 1.0 / 168.0);
    assert_eq!(reading::number("9.8 m/s^2").base_value(), 9.8);
    assert_eq!(reading::number("100 Gbps").base_value(), 12.5e9);
}
