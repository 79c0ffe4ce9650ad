//! What our formulas answer, held against a result of the reference.

use mlsysim::units::dynamic::{Dynamic, of};
use mlsysim::units::{Dimension, Qty, of_base};
use serde_json::Value;

use super::{unit_text, vectors::number};

/// An answer of the shape that the reference gives.
#[derive(Debug)]
pub enum Answer {
    One(Part),
    List(Vec<Part>),
    Named(Vec<(&'static str, Part)>),
}

/// One value of an answer.
#[derive(Debug)]
pub enum Part {
    Quantity {
        value: Dynamic,
        /// What a bare number of the reference counts.
        implied: f64,
        /// A difference up to this passes, whatever the size.
        absolute: f64,
    },
    Text(&'static str),
}

/// A quantity; the reference's bare numbers count `implied` units.
pub fn part<D: Dimension + ?Sized>(value: Qty<D>, implied: Qty<D>) -> Part {
    Part::Quantity {
        value: of(value),
        implied: implied.value,
        absolute: 0.0,
    }
}

/// The same, where the reference's own rounding hides differences up to `absolute`.
pub fn rounded<D: Dimension + ?Sized>(value: Qty<D>, implied: Qty<D>, absolute: Qty<D>) -> Part {
    Part::Quantity {
        value: of(value),
        implied: implied.value,
        absolute: absolute.value,
    }
}

/// A difference from one: where little is left, the reference has lost the last digits.
pub fn remainder<D: Dimension + ?Sized>(value: Qty<D>, one: Qty<D>) -> Part {
    rounded(value, one, of_base(4.0 * f64::EPSILON * one.value))
}

/// The worst relative difference, or why the two cannot be compared.
pub fn compare(answer: &Answer, expected: &Value) -> Result<f64, String> {
    let mut worst = 0.0_f64;
    match answer {
        Answer::One(part) => worst = difference(part, expected)?,
        Answer::List(parts) => {
            let list = expected.as_array().ok_or("the result is no list")?;
            if list.len() != parts.len() {
                return Err(format!("{} values for {}", parts.len(), list.len()));
            }
            for (part, expected) in parts.iter().zip(list) {
                worst = worst.max(difference(part, expected)?);
            }
        }
        Answer::Named(parts) => {
            let map = expected.as_object().ok_or("the result is no map")?;
            if map.len() != parts.len() {
                return Err(format!("{} values for {}", parts.len(), map.len()));
            }
            for (name, part) in parts {
                let expected = map
                    .get(*name)
                    .ok_or_else(|| format!("the result has no `{name}`"))?;
                worst = worst.max(difference(part, expected)?);
            }
        }
    }
    Ok(worst)
}

fn difference(part: &Part, expected: &Value) -> Result<f64, String> {
    let given = &expected["value"];
    let (value, implied, absolute) = match part {
        Part::Text(text) => {
            return match given.as_str() {
                Some(other) if other == *text => Ok(0.0),
                _ => Err(format!("`{text}` for {given}")),
            };
        }
        Part::Quantity {
            value,
            implied,
            absolute,
        } => (value, *implied, *absolute),
    };
    let number = number(given).ok_or_else(|| format!("{given} is no number"))?;
    let factor = match expected.get("unit").and_then(Value::as_str) {
        None => implied,
        Some(text) => {
            let unit = unit_text::parse(text)?;
            if unit.dimension != value.dimension {
                return Err(format!("the result is in `{text}`, ours is {value:?}"));
            }
            unit.value
        }
    };
    let reference = number * factor;
    if value.value == reference || (value.value - reference).abs() <= absolute {
        return Ok(0.0);
    }
    let relative = ((value.value - reference) / reference).abs();
    // Against infinity or nothing no difference is small.
    Ok(if relative.is_nan() {
        f64::INFINITY
    } else {
        relative
    })
}
