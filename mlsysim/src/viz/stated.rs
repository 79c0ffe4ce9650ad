//! What a claim states, and the computed value beside it.

use alloc::string::String;
use alloc::vec::Vec;

use super::digits::{self, DIGITS, Figure};
use super::number;
use crate::claims::napkin::{Row, Rule};
use crate::claims::trace::{Program, Step};
use crate::units::dynamic::Dynamic;
use crate::units::text::digits_beside;
use mlsysim_language::operation::{Comparison, nearly_equal};

/// A value beside the figure that a rule prints, in its unit: the number and the unit.
pub fn beside_printed(value: f64, rule: &Rule) -> Option<(String, String)> {
    let Rule::Prints {
        text,
        unit_text,
        low,
        high,
        unit,
    } = rule
    else {
        return None;
    };
    let figure = Figure {
        text,
        low: *low,
        high: *high,
    };
    let number = digits::beside(value / unit.value, &figure);
    Some((number, (*unit_text).into()))
}

/// A computed value as it is shown beside what its row states, in the stated unit where there
/// is one: the number and the unit.
///
/// It has one digit more than stated, and is seen on its side of every bound; a value that
/// nothing is stated of has the digits of [`automatic`](number::automatic).
pub fn computed(row: &Row) -> (String, String) {
    let value = row.program.value();
    let first = row.rules.first();
    if let Some(printed) = first.and_then(|rule| beside_printed(value.value, rule)) {
        return printed;
    }
    let (unit_text, unit) = match stated_unit(row) {
        Some((text, unit)) => (text.into(), unit.value),
        None => number::best_unit(value),
    };
    let (mut others, mut least) = (Vec::new(), None);
    for rule in &row.rules {
        let Rule::Compares {
            comparison, bound, ..
        } = rule
        else {
            continue;
        };
        match literal_of(bound) {
            // As many digits as the bound has, and one more.
            Some((text, bound_unit)) => {
                let figure = Figure::written(text).filter(|_| bound_unit == unit_text);
                least = least.max(
                    figure.map(|figure| digits_beside(value.value / unit, figure.low, figure.high)),
                );
                others.push(bound.value().value / unit);
            }
            // What equals an expression is not said in digits.
            None if *comparison == Comparison::Equal => {}
            None => others.push(shown_bound(bound, value).1 / unit),
        }
    }
    let number = digits::apart(value.value / unit, &others, least.unwrap_or(DIGITS));
    let unit = number::plural(&number, unit_text);
    (number, unit)
}

/// A bound of a row as it is shown: as its author wrote it, else in the unit that reads best and
/// apart from the row's value. The number and the unit.
pub fn bound(bound: &Program, row: &Row) -> (String, String) {
    match literal_of(bound) {
        Some((text, unit)) => (text.into(), unit.into()),
        None => shown_bound(bound, row.program.value()).0,
    }
}

/// A bound that is an expression: as it is shown, and what that says in base units.
fn shown_bound(bound: &Program, value: Dynamic) -> ((String, String), f64) {
    let (symbol, unit) = number::best_unit(bound.value());
    let number = bound.value().value / unit;
    let others: &[f64] = match nearly_equal(value.value, bound.value().value) {
        true => &[],
        false => &[value.value / unit],
    };
    let number = digits::apart(number, others, DIGITS);
    let said = digits::parse(&number).map_or(f64::NAN, |number| number * unit);
    let symbol = number::plural(&number, symbol);
    ((number, symbol), said)
}

/// A program that is nothing but a number as written: its text and its unit's.
pub fn literal_of(program: &Program) -> Option<(&'static str, &'static str)> {
    match &*program.steps {
        [(Step::Number { text, unit }, _)] => Some((text, unit)),
        _ => None,
    }
}

/// The unit that a row is stated in.
pub(crate) fn stated_unit(row: &Row) -> Option<(&'static str, Dynamic)> {
    row.rules.iter().find_map(|rule| match rule {
        Rule::Prints {
            unit_text, unit, ..
        } => Some((*unit_text, *unit)),
        Rule::Compares { bound, .. } => match &*bound.steps {
            [(Step::Number { text, unit }, stored)] => {
                let number = digits::parse(text).filter(|number| *number != 0.0)?;
                let one = Dynamic {
                    value: stored.value / number,
                    dimension: stored.dimension,
                };
                Some((*unit, one))
            }
            _ => None,
        },
        Rule::Is { .. } => None,
    })
}
