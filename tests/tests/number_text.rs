//! Number text against the standard library, over arbitrary bit patterns and a table of cases.

use core::fmt::Write;
use mlsysim::units::text::{Text, round_significant};
use proptest::prelude::*;

const CAPACITY: usize = 1024;

fn written(push: impl Fn(&mut Text)) -> String {
    let mut text = Text::new();
    push(&mut text);
    text.as_str().to_string()
}

fn number(value: f64, digits: u8) -> String {
    written(|text| text.push_number(value, digits))
}

fn fixed(value: f64, decimals: u8) -> String {
    written(|text| text.push_fixed(value, decimals))
}

fn shortest(value: f64) -> String {
    written(|text| text.push_shortest(value))
}

fn integer(value: i64) -> String {
    written(|text| text.push_integer(value))
}

fn parsed(text: &str) -> f64 {
    text.replace(',', "")
        .parse()
        .expect("number text parses without its commas")
}

fn grouped(plain: &str) -> String {
    let (sign, size) = match plain.strip_prefix('-') {
        Some(size) => ("-", size),
        None => ("", plain),
    };
    let (whole, fraction) = match size.split_once('.') {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (size, String::new()),
    };
    let mut groups: Vec<&str> = Vec::new();
    let mut rest = whole;
    while rest.len() > 3 {
        let (front, group) = rest.split_at(rest.len() - 3);
        groups.insert(0, group);
        rest = front;
    }
    groups.insert(0, rest);
    format!("{sign}{}{fraction}", groups.join(","))
}

/// The layout rule, written over the digits of the standard library instead of ours.
fn laid_out(scientific: &str) -> String {
    let (digits, exponent) = scientific.split_once('e').expect("`{:e}` has an exponent");
    let exponent: i32 = exponent.parse().expect("the exponent is an integer");
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits),
    };
    let all = digits.replace('.', "");
    let kept = all.trim_end_matches('0');
    if kept.is_empty() {
        return "0".to_string();
    }
    if !(-4..15).contains(&exponent) {
        let (first, rest) = kept.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{sign}{first}{point}{rest}e{exponent}");
    }
    if exponent < 0 {
        return format!("{sign}0.{}{kept}", "0".repeat((-exponent - 1) as usize));
    }
    let whole_digits = exponent as usize + 1;
    if kept.len() <= whole_digits {
        return grouped(&format!(
            "{sign}{kept}{}",
            "0".repeat(whole_digits - kept.len())
        ));
    }
    let (whole, fraction) = kept.split_at(whole_digits);
    grouped(&format!("{sign}{whole}.{fraction}"))
}

/// As short as the standard library, and its digits too unless two candidates are equally near:
/// there it takes the upper one and we the even one.
fn check_shortest(value: f64) {
    let text = shortest(value);
    assert_eq!(parsed(&text), value);
    let standard = format!("{value:e}");
    let digits = standard
        .split('e')
        .next()
        .unwrap_or_default()
        .matches(|digit: char| digit.is_ascii_digit())
        .count();
    assert!(
        text == laid_out(&standard) || text == number(value, digits as u8),
        "{text} is not {standard}"
    );
}

/// Any finite value, the everyday ones, ties, and the powers of two with their uneven neighbours.
fn values() -> impl Strategy<Value = f64> {
    let finite = any::<u64>()
        .prop_map(f64::from_bits)
        .prop_filter("finite", |value| value.is_finite());
    let everyday = (-1_000_000_000_i64..1_000_000_000, -12..12_i32)
        .prop_map(|(integer, power)| integer as f64 * 10_f64.powi(power));
    let ties = (any::<i32>(), 0..24_i32)
        .prop_map(|(integer, halvings)| f64::from(integer) / 2_f64.powi(halvings));
    let powers_of_two = (1..2047_u64, -1..2_i64)
        .prop_map(|(field, step)| f64::from_bits((field << 52).wrapping_add_signed(step)));
    let subnormal =
        (0..1_u64 << 52, 0..52_u32).prop_map(|(bits, shift)| f64::from_bits(bits >> shift));
    prop_oneof![finite, everyday, ties, powers_of_two, subnormal]
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn number_has_the_digits_of_the_standard_library(value in values(), digits in 1..=17_u8) {
        let standard = format!("{:.*e}", usize::from(digits) - 1, value);
        prop_assert_eq!(number(value, digits), laid_out(&standard));
    }

    #[test]
    fn fixed_has_the_digits_of_the_standard_library(value in values(), decimals in 0..=30_u8) {
        if value.abs() < 1e15 {
            let plain = format!("{:.*}", usize::from(decimals), value);
            let zero = !plain.contains(|digit: char| ('1'..='9').contains(&digit));
            let unsigned = plain.trim_start_matches('-');
            let expected = grouped(if zero { unsigned } else { &plain });
            prop_assert_eq!(fixed(value, decimals), expected);
        } else {
            prop_assert_eq!(fixed(value, decimals), number(value, 17));
        }
    }

    #[test]
    fn shortest_parses_back_and_is_as_short_as_the_standard_library(value in values()) {
        check_shortest(value);
    }

    #[test]
    fn round_significant_is_the_parsed_text(value in values(), digits in 1..=17_u8) {
        let rounded = round_significant(value, digits);
        prop_assert_eq!(rounded, parsed(&format!("{:.*e}", usize::from(digits) - 1, value)));
        if rounded.is_finite() {
            prop_assert_eq!(rounded, parsed(&number(value, digits)));
        }
        prop_assert_eq!(rounded.is_sign_negative(), value.is_sign_negative());
    }

    #[test]
    fn rounding_twice_changes_nothing(value in values(), digits in 1..=15_u8) {
        let rounded = round_significant(value, digits);
        // A subnormal holds fewer digits than it is rounded to.
        if rounded.is_normal() {
            prop_assert_eq!(round_significant(rounded, digits), rounded);
            prop_assert_eq!(number(rounded, digits), number(value, digits));
        }
    }

    #[test]
    fn integers_are_exact(value in any::<i64>()) {
        prop_assert_eq!(integer(value), grouped(&value.to_string()));
    }

    #[test]
    fn overflow_cuts_at_a_character_and_never_panics(
        pieces in prop::collection::vec("[aé€𝄞]{0,200}", 0..12),
    ) {
        let whole = pieces.concat();
        let text = written(|text| pieces.iter().for_each(|piece| text.push(piece)));
        if whole.len() <= CAPACITY {
            prop_assert_eq!(text, whole);
        } else {
            let kept = text.strip_suffix('…').expect("a cut text ends with the mark");
            prop_assert!(whole.starts_with(kept));
            prop_assert!((CAPACITY - 3..=CAPACITY).contains(&text.len()));
        }
    }
}

#[test]
fn golden_numbers() {
    let cases: &[(f64, u8, &str)] = &[
        (0.0, 3, "0"),
        (-0.0, 3, "0"),
        (f64::NAN, 3, "NaN"),
        (-f64::NAN, 3, "NaN"),
        (f64::INFINITY, 3, "infinity"),
        (f64::NEG_INFINITY, 3, "-infinity"),
        (1.0, 1, "1"),
        (999.0, 3, "999"),
        (1_500.0, 3, "1,500"),
        (28_123.0, 2, "28,000"),
        (-28_123.0, 2, "-28,000"),
        (1_234.567, 6, "1,234.57"),
        (1_234_567.891, 17, "1,234,567.8910000001"),
        (0.1, 17, "0.10000000000000001"),
        (0.1, 16, "0.1"),
        (99.95, 3, "100"),
        (9.96, 2, "10"),
        (2.5, 1, "2"),
        (3.5, 1, "4"),
        (0.125, 2, "0.12"),
        (0.375, 2, "0.38"),
        (1e-4, 3, "0.0001"),
        (9.99e-5, 3, "9.99e-5"),
        (9.999e-5, 3, "0.0001"),
        (2.71e-5, 3, "2.71e-5"),
        (-2.71e-5, 3, "-2.71e-5"),
        (3.4e38, 3, "3.4e38"),
        (312e12, 3, "312,000,000,000,000"),
        (999_999_999_999_999.0, 17, "999,999,999,999,999"),
        (999_999_999_999_999.0, 3, "1e15"),
        (1e15, 3, "1e15"),
        (f64::MAX, 17, "1.7976931348623157e308"),
        (f64::MAX, 1, "2e308"),
        (f64::MIN_POSITIVE, 5, "2.2251e-308"),
        (5e-324, 1, "5e-324"),
        (5e-324, 17, "4.9406564584124654e-324"),
        (1_234.0, 0, "1,000"),
        (0.1, 255, "0.10000000000000001"),
    ];
    for &(value, digits, text) in cases {
        assert_eq!(
            number(value, digits),
            text,
            "{value:e} with {digits} digits"
        );
    }
}

#[test]
fn golden_fixed() {
    let cases: &[(f64, u8, &str)] = &[
        (0.0, 0, "0"),
        (-0.0, 2, "0.00"),
        (-0.001, 2, "0.00"),
        (0.5, 0, "0"),
        (1.5, 0, "2"),
        (2.5, 0, "2"),
        (0.005, 2, "0.01"),
        (1.005, 2, "1.00"),
        (1_500.0, 0, "1,500"),
        (999.995, 2, "1,000.00"),
        (-1_234_567.125, 2, "-1,234,567.12"),
        (0.1, 30, "0.100000000000000005551115123126"),
        (5e-324, 30, "0.000000000000000000000000000000"),
        (0.1, 255, "0.100000000000000005551115123126"),
        (999_999_999_999_999.9, 0, "1,000,000,000,000,000"),
        (
            999_999_999_999_999.9,
            30,
            "999,999,999,999,999.875000000000000000000000000000",
        ),
        (1e15, 2, "1e15"),
        (-1.5e300, 2, "-1.5000000000000001e300"),
        (f64::NAN, 2, "NaN"),
        (f64::INFINITY, 2, "infinity"),
    ];
    for &(value, decimals, text) in cases {
        assert_eq!(
            fixed(value, decimals),
            text,
            "{value:e} with {decimals} decimals"
        );
    }
}

#[test]
fn golden_shortest() {
    let cases: &[(f64, &str)] = &[
        (0.1, "0.1"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1.0 / 3.0, "0.3333333333333333"),
        (-2.71e-5, "-2.71e-5"),
        (989e12, "989,000,000,000,000"),
        (5e-324, "5e-324"),
        (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
        (f64::MAX, "1.7976931348623157e308"),
        (9_007_199_254_740_992.0, "9.007199254740992e15"),
        // 2^-25 ends in ...125 after 16 digits: the tie goes to the even candidate.
        (2.980_232_238_769_531_2e-8, "2.9802322387695312e-8"),
        // 2^-44 = 5.68434188608080148...e-14: ...801 is nearer, but lies beyond the narrower gap that
        // a power of two has below it.
        (5.684341886080802e-14, "5.684341886080802e-14"),
    ];
    for &(value, text) in cases {
        assert_eq!(shortest(value), text, "{value:e}");
    }
}

#[test]
fn every_power_of_two_and_of_ten() {
    let twos = (0..2047_u64)
        .map(|field| f64::from_bits(field << 52))
        .chain((0..52).map(|bit| f64::from_bits(1 << bit)));
    let tens = (-323..=308).map(|power| parsed(&format!("1e{power}")));
    for value in twos.chain(tens).filter(|value| *value != 0.0) {
        check_shortest(value);
        assert_eq!(number(value, 17), laid_out(&format!("{value:.16e}")));
        assert_eq!(round_significant(value, 2), parsed(&format!("{value:.1e}")));
    }
}

#[test]
fn round_significant_keeps_what_has_no_digits() {
    assert!(round_significant(f64::NAN, 3).is_nan());
    assert_eq!(round_significant(f64::NEG_INFINITY, 3), f64::NEG_INFINITY);
    assert!(round_significant(-0.0, 3).is_sign_negative());
    assert_eq!(round_significant(f64::MIN, 1), f64::NEG_INFINITY);
}

const MESSAGE: Text = {
    let mut text = Text::new();
    text.push("weights ");
    text.push_fixed(140.0, 1);
    text.push(" GB > ");
    text.push_number(round_significant(80.4e9 / 1e9, 2), 3);
    text.push(" GB; ");
    text.push_shortest(5e-324);
    text.push(" ");
    text.push_number(f64::MAX, 17);
    text.push(" ");
    text.push_integer(i64::MIN);
    text
};
const LINE: &str = MESSAGE.as_str();

/// A message may hold hundreds of numbers before `long_running_const_eval` objects.
const FULL: Text = {
    let mut text = Text::new();
    while text.len() < CAPACITY - 2 {
        text.push_shortest(1.0 / 3.0);
        text.push_shortest(f64::MIN_POSITIVE);
    }
    text
};

#[test]
fn const_and_run_time_agree() {
    assert_eq!(
        LINE,
        "weights 140.0 GB > 80 GB; 5e-324 1.7976931348623157e308 -9,223,372,036,854,775,808"
    );
    const { assert!(!MESSAGE.is_empty() && MESSAGE.len() == LINE.len()) };
    assert!(
        FULL.as_str()
            .starts_with("0.33333333333333332.2250738585072014e-308")
    );
    assert!(FULL.as_str().ends_with('…'));
}

#[test]
fn text_works_with_the_formatting_traits() {
    let mut text = Text::default();
    write!(text, "{}-a", 1).expect("writing never fails");
    assert_eq!(format!("{text}|{text:>5}|{text:?}"), "1-a|  1-a|\"1-a\"");
    let filled = written(|text| text.push(&"a".repeat(CAPACITY)));
    assert!(filled.ends_with('a'));
    let cut = written(|text| {
        text.push(&"a".repeat(CAPACITY));
        text.push("b");
        text.push("c");
    });
    assert_eq!(cut, format!("{}…", "a".repeat(CAPACITY - 3)));
}
