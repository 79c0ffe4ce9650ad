//! Numbers as a derivation shows them.

use alloc::string::String;

use crate::units::dynamic::Dynamic;
use crate::viz::digits;
use crate::viz::expression::Shown;
use mlsysim_language::operation::nearly_equal;

/// A number as written.
pub(super) fn literal(text: &str, unit: &str, stored: Dynamic) -> Shown {
    Shown::Value {
        number: text.into(),
        unit: unit.into(),
        value: stored.value,
        exact: true,
    }
}

/// Between other signs a multiple goes without its own.
pub(super) fn operand(shown: Shown) -> Shown {
    match shown {
        Shown::Value {
            number,
            unit,
            value,
            exact,
        } if unit == "×" => Shown::Value {
            number,
            unit: String::new(),
            value,
            exact,
        },
        other => other,
    }
}

pub(super) fn value_in(value: Dynamic, unit_text: &str, unit: f64, digits: u8) -> Shown {
    let number = digits::compact(value.value / unit, digits);
    let displayed = digits::parse(&number).map_or(f64::NAN, |number| number * unit);
    Shown::Value {
        number,
        unit: unit_text.into(),
        value: displayed,
        exact: nearly_equal(displayed, value.value),
    }
}
