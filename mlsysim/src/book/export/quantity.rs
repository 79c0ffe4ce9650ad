//! A number as it is exported: its text, and what the text says.

use std::format;
use std::string::{String, ToString};

use mlsysim_language::number::join;
use serde_json::Value as Json;

use super::super::object::object;

use crate::claims::napkin::{Row, Rule};
use crate::claims::trace::Program;
use crate::units::dynamic::{BASE_QUANTITIES, Dynamic, ONE, exponent};
use crate::viz::digits::{DIGITS, parse, significant};
use crate::viz::number::{best_unit, plural};
use crate::viz::stated::{self, literal_of, stated_unit};

/// A number in a unit. It says its value to within half a unit of its last digit.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Quantity {
    /// As the book prints it: "10,000".
    pub(in super::super) number: String,
    /// As the book prints it: "TB/s".
    pub(in super::super) unit: String,
    /// Base units in one of the unit; none of a zero that is written in one, which does not tell.
    pub(in super::super) size: Option<f64>,
    /// The value.
    pub(in super::super) value: Dynamic,
}

impl Quantity {
    /// A number that its author wrote, else the value in the unit that reads best.
    pub(super) fn of_program(program: &Program, noun: &str) -> Quantity {
        match literal_of(program) {
            Some((number, unit)) => Quantity::written(number, unit, program.value()),
            None => Quantity::automatic(program.value(), noun),
        }
    }

    fn written(number: &str, unit: &str, value: Dynamic) -> Quantity {
        let count = parse(number).filter(|count| *count != 0.0);
        Quantity {
            number: number.to_string(),
            unit: unit.to_string(),
            size: count.map(|count| value.value / count),
            value,
        }
    }

    /// A computed value, with what it counts where it is a bare number.
    pub(super) fn automatic(value: Dynamic, noun: &str) -> Quantity {
        let (symbol, size) = best_unit(value);
        let number = significant(value.value / size, DIGITS);
        let unit = match symbol.is_empty() && value.dimension == ONE && number != "1" {
            true => noun.to_string(),
            false => plural(&number, symbol),
        };
        Quantity {
            number,
            unit,
            size: Some(size),
            value,
        }
    }

    /// What a row of a claim was computed to be, as it is shown beside what it states.
    pub(super) fn computed(row: &Row) -> Quantity {
        let value = row.program.value();
        let (number, unit) = stated::computed(row);
        let size = stated_unit(row).map_or_else(|| best_unit(value).1, |(_, unit)| unit.value);
        Quantity {
            number,
            unit,
            size: Some(size),
            value,
        }
    }

    /// The number that a rule states; none of a name.
    pub(super) fn stated(rule: &Rule, row: &Row) -> Option<Quantity> {
        match rule {
            Rule::Prints {
                text,
                unit_text,
                unit,
                ..
            } => Some(Quantity {
                number: (*text).to_string(),
                unit: (*unit_text).to_string(),
                size: Some(unit.value),
                value: Dynamic {
                    value: parse(text)? * unit.value,
                    dimension: unit.dimension,
                },
            }),
            Rule::Compares { bound, .. } => Some(match literal_of(bound) {
                Some((number, unit)) => Quantity::written(number, unit, bound.value()),
                None => {
                    let (number, unit) = stated::bound(bound, row);
                    let size = Some(best_unit(bound.value()).1);
                    Quantity {
                        number,
                        unit,
                        size,
                        value: bound.value(),
                    }
                }
            }),
            Rule::Is { .. } => None,
        }
    }

    /// "5 h"
    pub(in super::super) fn text(&self) -> String {
        join(&self.number, &self.unit)
    }

    /// The number without marks between its thousands, as programs read it.
    pub(super) fn plain_number(&self) -> String {
        self.number.replace(',', "")
    }

    pub(super) fn json(&self) -> Json {
        object([
            ("text", self.text().into()),
            ("number", self.plain_number().into()),
            ("unit", self.unit.as_str().into()),
            ("size", self.size.into()),
            ("base", self.value.value.into()),
            ("base_unit", base_unit(self.value.dimension).into()),
        ])
    }
}

/// Symbols of the base units, in the order of their quantities.
const BASE_UNITS: [&str; BASE_QUANTITIES] = ["m", "kg", "s", "A", "K", "B", "FLOP", "USD"];

/// A dimension in base units: `B/s`, `kg*m^2/s^3`, nothing for a plain number.
pub(in super::super) fn base_unit(dimension: i64) -> String {
    let (mut above, mut below) = (String::new(), String::new());
    for (index, symbol) in BASE_UNITS.iter().enumerate() {
        let power = exponent(dimension, index);
        let written = match power.unsigned_abs() {
            0 => continue,
            1 => (*symbol).to_string(),
            power => format!("{symbol}^{power}"),
        };
        let (side, sign) = match power > 0 {
            true => (&mut above, "*"),
            false => (&mut below, "/"),
        };
        if power < 0 || !side.is_empty() {
            side.push_str(sign);
        }
        side.push_str(&written);
    }
    match (above.is_empty(), below.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("1{below}"),
        (false, _) => above + &below,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::dynamic::of;

    #[test]
    fn a_dimension_is_written_in_base_units() {
        for (unit, text) in [
            (of(crate::unit::GB), "B"),
            (of(crate::unit::W), "m^2*kg/s^3"),
            (of(crate::unit::Hz), "1/s"),
            (of(crate::unit::percent), ""),
        ] {
            assert_eq!(base_unit(unit.dimension), text);
        }
    }

    /// A small generator, so that a run can be repeated.
    fn next(state: &mut u64) -> u64 {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    #[test]
    fn what_is_exported_says_its_value_to_half_a_unit_of_its_last_digit() {
        let units = [
            of(crate::unit::h),
            of(crate::unit::GB),
            of(crate::unit::USD),
            of(crate::unit::kWh),
            of(crate::unit::TFLOP),
            of(crate::unit::one),
        ];
        let mut state = 0x2545_f491_4f6c_dd1d;
        for _ in 0..20_000 {
            let digits = next(&mut state) % 1_000_000;
            let power = i32::try_from(next(&mut state) % 24).unwrap() - 12;
            let mut pick = || units[next(&mut state) as usize % units.len()];
            let (above, below) = (pick(), pick());
            let value = Dynamic {
                value: digits as f64 * 10_f64.powi(power) * above.value / below.value,
                dimension: above.dimension - below.dimension,
            };
            let shown = Quantity::automatic(value, "tokens");
            let number = shown.plain_number();
            let (mantissa, exponent) = number.split_once('e').unwrap_or((&number, "0"));
            let decimals = mantissa.split_once('.').map_or(0, |(_, after)| after.len());
            let last = exponent.parse::<i32>().unwrap() - i32::try_from(decimals).unwrap();
            let (said, half) = (number.parse::<f64>().unwrap(), 10_f64.powi(last) / 2.0);
            let size = shown.size.unwrap();
            let off = (said * size - value.value).abs();
            let allowed = half * size + 1e-12 * value.value.abs();
            assert!(off <= allowed, "{} is {shown:?}", value.value);
        }
    }
}
