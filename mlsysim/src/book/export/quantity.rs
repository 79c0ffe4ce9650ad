//! A number as it is exported: its text, and what the text says.

use std::format;
use std::string::{String, ToString};

use mlsysim_language::number::join;
use serde_json::{Value as Json, json};

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
        json!({
            "text": self.text(),
            "number": self.plain_number(),
            "unit": self.unit,
            "size": self.size,
            "base": self.value.value,
            "base_unit": base_unit(self.value.dimension),
        })
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
}
