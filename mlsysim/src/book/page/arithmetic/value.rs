//! What a side gives, and how far its printed operands leave that open.

use std::string::String;
use std::vec::Vec;

use mlsysim_language::displayed::{Reading, Side, Written};
use mlsysim_language::expression::Expression;
use mlsysim_language::number::Number;
use mlsysim_language::steps::{Scope, Step, What, lower};

use super::super::super::change::run;
use super::symbols::Symbols;
use crate::units::dynamic::{Dynamic, exponent};

/// Base quantities that a hint depends on, by their place.
const TIME: usize = 2;
const INFORMATION: usize = 5;
const OPERATION: usize = 6;

/// A side under one reading.
#[derive(Debug)]
pub(super) struct Value {
    pub(super) written: Written,
    pub(super) value: Dynamic,
    /// Half of what the operands that are printed with a point leave open, in base units.
    pub(super) margin: f64,
    /// Whether an operand has a dimension.
    pub(super) has_units: bool,
    /// What the operands measure.
    pub(super) works_with: WorksWith,
}

/// What is at work in an expression.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WorksWith {
    pub(super) time: bool,
    pub(super) information: bool,
    pub(super) operation: bool,
}

impl WorksWith {
    pub(super) fn add(&mut self, dimension: i64) {
        self.time |= exponent(dimension, TIME) != 0;
        self.information |= exponent(dimension, INFORMATION) != 0;
        self.operation |= exponent(dimension, OPERATION) != 0;
    }
}

/// How symbols that nothing is known of are filled in: what cancels is the same with each.
const TRIALS: [f64; 3] = [1.25, 3.5, 0.8125];

/// The number that a side prints, if it is one.
pub(super) fn printed(side: &Side, reading: Reading) -> Option<Number> {
    match side.written(reading)?.expression {
        Expression::Number(number) if number.unit.unknown.is_none() => Some(number),
        _ => None,
    }
}

/// What a side gives under a reading; nothing where it cannot be computed.
pub(super) fn value(side: &Side, reading: Reading, symbols: &Symbols) -> Option<Value> {
    let written = side.written(reading)?;
    let rows = lower(&written.expression, &Scope::default()).ok()?;
    let [row] = &*rows.rows else { return None };
    let steps = &row.steps;
    let fill = |trial: usize| -> Option<Vec<Dynamic>> {
        let names = written.symbols.iter().enumerate();
        names
            .map(|(index, name)| match symbols.find(name) {
                Some(known) if reading.units => known.value,
                Some(known) => Some(plain(known.bare)),
                None => Some(plain(TRIALS[trial] + index as f64 * TRIALS[trial])),
            })
            .collect()
    };
    let is_open = written
        .symbols
        .iter()
        .any(|name| symbols.find(name).is_none());
    let places = fill(0)?;
    let value = run_with(steps, &places)?;
    if is_open {
        for trial in 1..TRIALS.len() {
            let other = run_with(steps, &fill(trial)?)?;
            let is_same = (other.value - value.value).abs() <= 1e-9 * value.value.abs();
            if !is_same {
                return None;
            }
        }
    }
    let mut works_with = WorksWith::default();
    let mut has_units = false;
    let numbers = steps.iter().filter_map(|step| match &step.what {
        What::Number(number) => Some(number.unit.dimension),
        _ => None,
    });
    for dimension in numbers.chain(places.iter().map(|place| place.dimension)) {
        has_units |= dimension != 0;
        works_with.add(dimension);
    }
    Some(Value {
        margin: margin(steps, &places, value.value),
        value,
        has_units,
        works_with,
        written,
    })
}

fn plain(value: f64) -> Dynamic {
    Dynamic {
        value,
        dimension: 0,
    }
}

fn run_with(steps: &[Step], places: &[Dynamic]) -> Option<Dynamic> {
    let place = |name: &str| -> Option<Dynamic> {
        let index: usize = name.strip_prefix('S')?.parse().ok()?;
        places.get(index).copied()
    };
    let value = run(steps, &place).ok()?;
    value.value.is_finite().then_some(value)
}

/// How much the value moves with half a unit of the last digit of each operand with a point.
fn margin(steps: &[Step], places: &[Dynamic], value: f64) -> f64 {
    let mut margin = 0.0;
    let is_rounded = |number: &Number| number.text.contains('.');
    let numbers = steps
        .iter()
        .enumerate()
        .filter_map(|(at, step)| match &step.what {
            What::Number(number) if is_rounded(number) => Some((at, number)),
            _ => None,
        });
    // A long sum is not run anew for each of its operands.
    for (at, number) in numbers.take(24) {
        let interval = number.interval();
        let moved = [interval.low, interval.high].into_iter().filter_map(|end| {
            let mut steps = steps.to_vec();
            let mut other = number.clone();
            // An end has one digit more: it is written anew.
            (other.digits, other.exponent) = digits(end)?;
            other.negative = end < 0.0;
            steps[at].what = What::Number(other);
            let moved = run_with(&steps, places)?;
            Some((moved.value - value).abs())
        });
        margin += moved.fold(0.0, f64::max);
    }
    margin
}

/// A number as digits and a power of ten.
fn digits(value: f64) -> Option<(u128, i32)> {
    let text: String = std::format!("{:.15e}", value.abs());
    let (mantissa, power) = text.split_once('e')?;
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    Some((digits.parse().ok()?, power.parse::<i32>().ok()? - 15))
}
