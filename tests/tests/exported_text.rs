//! Exported text is never more or less than what it stands for.

use mlsysim::unit;
use mlsysim::units::dynamic::{Dynamic, of};
use mlsysim::units::text::{Text, digits_apart, digits_beside, digits_in_full};
use mlsysim::viz::number::{automatic, in_unit};
use proptest::prelude::*;

/// The units of these tests, by the text that a value may be shown with.
fn units() -> Vec<(&'static str, Dynamic)> {
    let plain = Dynamic {
        value: 1.0,
        dimension: 0,
    };
    macro_rules! units {
        ($($name:ident)*) => { [$((stringify!($name), of(unit::$name))),*] };
    }
    let named = units! {
        nm um mm cm m km g kg t kt Mt ps ns us ms s min h day year uA mA A K B KB MB GB TB PB EB ZB
        FLOP MFLOP GFLOP TFLOP PFLOP EFLOP ZFLOP YFLOP USD mL L ML Hz kHz MHz GHz C
        pJ nJ uJ mJ J kJ kWh MWh GWh TWh uW mW W kW MW GW mV V kV
    };
    [("", plain)].into_iter().chain(named).collect()
}

/// A unit's text as its size: `USD/h`, `m/s²`, `1/s⁴`.
fn size(text: &str) -> Dynamic {
    let text = text.replace("days", "day").replace("years", "year");
    let mut factors = text.split('/');
    let mut size = factors.next().map_or(of(unit::s), product);
    for factor in factors {
        let factor = product(factor);
        size.value /= factor.value;
        size.dimension -= factor.dimension;
    }
    size
}

fn product(text: &str) -> Dynamic {
    let mut product = Dynamic {
        value: 1.0,
        dimension: 0,
    };
    for factor in text.split('·').filter(|factor| *factor != "1") {
        let (name, power) = match factor.split_once('^') {
            Some((name, power)) => (name, power.parse::<i32>().expect("a whole power")),
            None if factor.ends_with('²') => (factor.trim_end_matches('²'), 2),
            None if factor.ends_with('³') => (factor.trim_end_matches('³'), 3),
            None => (factor, 1),
        };
        let all = units();
        let name = name.replace('µ', "u");
        let unit = all.iter().find(|(known, _)| *known == name);
        let (_, unit) = unit.unwrap_or_else(|| panic!("`{name}` of `{text}` is no unit"));
        product.value *= unit.value.powi(power);
        product.dimension += unit.dimension * i64::from(power);
    }
    product
}

/// The number that a text says, and half a unit of its last digit.
fn said(text: &str) -> (f64, f64) {
    let plain = text.replace(',', "");
    let (mantissa, exponent) = plain.split_once('e').unwrap_or((&plain, "0"));
    let decimals = mantissa.split_once('.').map_or(0, |(_, after)| after.len());
    let last: i32 = exponent.parse::<i32>().expect("an exponent") - decimals as i32;
    (plain.parse().expect("a number"), 10_f64.powi(last) / 2.0)
}

fn says(text: &str, value: f64) -> bool {
    let (number, half) = said(text);
    (number - value).abs() <= half + 1e-12 * value.abs()
}

fn values() -> impl Strategy<Value = f64> {
    let everyday = (-10_000_000_i64..10_000_000, -6..6_i32)
        .prop_map(|(integer, power)| integer as f64 * 10_f64.powi(power));
    let any_size = (1.0..10.0, -25..25_i32).prop_map(|(first, power)| first * 10_f64.powi(power));
    let near = (1..100_000_i64, -3..4_i32, -9..10_i32).prop_map(|(integer, power, bit)| {
        integer as f64 * 10_f64.powi(power) * (1.0 + f64::from(bit) * 1e-6)
    });
    prop_oneof![everyday, any_size, near]
}

fn dimensions() -> impl Strategy<Value = Dynamic> {
    let one = prop::sample::select(units()).prop_map(|(_, unit)| unit);
    let rate =
        (one.clone(), prop::sample::select(units())).prop_map(|(above, (_, below))| Dynamic {
            value: above.value / below.value,
            dimension: above.dimension - below.dimension,
        });
    let product = (
        one.clone(),
        prop::sample::select(vec![of(unit::s), of(unit::m)]),
        2..6_i64,
    )
        .prop_map(|(above, below, power)| Dynamic {
            value: above.value,
            dimension: above.dimension - below.dimension * power,
        });
    prop_oneof![one, rate, product]
}

fn pushed(value: f64, digits: u8) -> String {
    let mut text = Text::new();
    text.push_number(value, digits);
    text.as_str().to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_that_nobody_stated(value in values(), unit in dimensions()) {
        let quantity = Dynamic { value: value * unit.value, ..unit };
        let (number, unit_text) = automatic(quantity);
        let size = size(&unit_text);
        prop_assert_eq!(size.dimension, quantity.dimension, "{}", unit_text);
        prop_assert!(says(&number, quantity.value / size.value), "{} is {} {}", value, number, unit_text);
        let text = in_unit(quantity, unit);
        prop_assert!(says(&text, value), "{} is {}", value, text);
    }

    #[test]
    fn a_value_beside_the_figure_that_it_is_held_to(
        digits in 1..10_000_000_i64, last in -4..4_i32, away in -2.0..2.0,
    ) {
        // A figure as printed, and a value near it: within half a unit of the last digit, or not.
        let unit = 10_f64.powi(last);
        let (low, high) = ((digits as f64 - 0.5) * unit, (digits as f64 + 0.5) * unit);
        let value = (digits as f64 + away) * unit;
        let text = pushed(value, digits_beside(value, low, high));
        let (number, _) = said(&text);
        prop_assert!(says(&text, value), "{} is {}", value, text);
        for end in [low, high] {
            let side = |value: f64| {
                let apart = (value - end).abs() > 1e-12 * end.abs();
                apart.then_some(value > end)
            };
            prop_assert_eq!(side(value), side(number), "{} is {} beside {}", value, text, end);
        }
    }

    #[test]
    fn a_value_beside_its_bound(value in values(), factor in prop_oneof![0.1..10.0_f64, 0.999_9..1.000_1], least in 1..6_u8) {
        let bound = value * factor;
        let text = pushed(value, digits_apart(value, bound, least));
        let (number, _) = said(&text);
        prop_assert!(says(&text, value), "{} is {}", value, text);
        prop_assert_eq!(value > bound, number > bound, "{} is {} beside {}", value, text, bound);
        prop_assert_eq!(value < bound, number < bound, "{} is {} beside {}", value, text, bound);
    }

    #[test]
    fn no_zero_stands_for_another_digit(value in values(), digits in 1..8_u8) {
        let text = pushed(value, digits_in_full(value, digits));
        prop_assert!(says(&text, value), "{} is {}", value, text);
    }
}

#[test]
fn the_texts_that_were_wrong() {
    let money = Dynamic {
        value: 15_227.56,
        ..of(unit::USD)
    };
    assert_eq!(automatic(money), ("15,228".to_owned(), "USD".to_owned()));
    assert_eq!(
        pushed(18_823.53, digits_beside(18_823.53, 18_822.5, 18_823.5)),
        "18,823.53"
    );
    assert_eq!(
        pushed(391.368, digits_beside(391.368, 391.365, 391.375)),
        "391.368"
    );
}
