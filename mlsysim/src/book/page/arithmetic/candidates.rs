//! What the printed digits of a result may be held to.

use std::vec::Vec;

use mlsysim_language::number::Number;
use mlsysim_language::units::find;

use super::value::Value;
use crate::units::dynamic::of;

/// What is printed, under the two readings.
#[derive(Clone, Debug)]
pub(super) struct Printed {
    pub(super) number: Number,
    /// Without its unit, but with `million` and `%`.
    pub(super) bare: Number,
    pub(super) is_about: bool,
}

/// A value that the printed digits may mean, in their unit.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) value: f64,
    /// What gives it.
    pub(super) of: &'a Value,
    /// How large the unit is that it is in.
    pub(super) factor: f64,
}

const HOUR: f64 = 3600.0;
const BITS: f64 = 8.0;

/// What the printed digits may be held to, and whether one of them must be meant.
pub(super) fn candidates<'a>(
    with_units: Option<&'a Value>,
    bare: Option<&'a Value>,
    printed: &Printed,
) -> (Vec<Candidate<'a>>, bool) {
    let number = &printed.number;
    let factor = number.unit.factor.value();
    let mut found = Vec::new();
    let mut add = |value: &'a Value, factor: f64| {
        found.push(Candidate {
            value: value.value.value / factor,
            of: value,
            factor,
        });
    };
    let has_units = with_units.is_some_and(|value| value.has_units);
    let alike = with_units.filter(|value| value.value.dimension == number.unit.dimension);
    // `52.6 min a year` measures, although nothing is left of its dimension.
    let is_plain = number.unit.dimension == 0 && !number.unit.text.contains('/');
    if let Some(value) = alike.filter(|_| has_units || is_plain) {
        add(value, factor);
        // `0.4 * 100 = 40%`
        if number.unit.text == "%" && !has_units {
            add(value, 1.0);
        }
        let plain = printed.bare.unit.factor.value();
        if let Some(bare) = bare.filter(|bare| converts(value, factor, bare, plain)) {
            add(bare, plain);
        }
        return (found, true);
    }
    let Some(bare) = bare else {
        return (found, false);
    };
    if has_units {
        add(bare, printed.bare.unit.factor.value());
        return (found, false);
    }
    // The result alone has a unit: the operands are in it, or in base units.
    let numerator = numerator(&number.unit.text);
    let is_prefixed = numerator.is_some_and(|numerator| numerator != 1.0) && factor != 1.0;
    let facts = &bare.written;
    if facts.is_in_hours && !facts.converts && number.unit.dimension == of(crate::unit::h).dimension
    {
        add(bare, factor / HOUR);
        return (found, true);
    }
    let is_raw = facts.is_in_base_units && !facts.converts;
    if !(is_prefixed && is_raw) {
        add(bare, printed.bare.unit.factor.value());
    }
    add(bare, factor);
    if number.unit.text.contains("bit") || number.unit.text.contains("bps") {
        add(bare, factor * BITS);
    }
    if let Some(numerator) = numerator {
        add(bare, numerator);
        // `16 * 80 = 1.28 TB`: in the next smaller unit.
        let is_small = bare.value.value.abs() < 1e5 || number.unit.text.contains("Wh");
        if is_small && !is_raw && numerator >= 1e6 {
            add(bare, 1e3 * printed.bare.unit.factor.value());
        }
    }
    (found, true)
}

/// Whether plain numbers have turned the operands' unit into the printed one, which the units do
/// once more: `24 h * 60 = 1,440 min`.
fn converts(value: &Value, factor: f64, bare: &Value, plain: f64) -> bool {
    let times = (value.value.value / factor) / (bare.value.value / plain);
    let mut products = Vec::from([1.0]);
    for number in value.conversions().into_iter().take(MOST_CONVERSIONS) {
        let more: Vec<f64> = products.iter().map(|product| product * number).collect();
        products.extend(more);
    }
    let is_near = |product: f64| (times / product - 1.0).abs() < NEAR;
    let mut products = products.into_iter().skip(1);
    products.any(|product| is_near(product) || is_near(1.0 / product))
}

const MOST_CONVERSIONS: usize = 6;

/// A month has 30 days or 30.4, a KiB is called KB.
const NEAR: f64 = 0.03;

/// How large the unit above the fraction bar is: `TB` of `TB/year`.
fn numerator(unit: &str) -> Option<f64> {
    let above = unit.trim_start_matches('$').split('/').next()?;
    let names = above.split([' ', '·']).filter(|name| !name.is_empty());
    let mut factor = None;
    for name in names {
        factor = Some(factor.unwrap_or(1.0) * find(name)?.unit.factor);
    }
    factor
}
