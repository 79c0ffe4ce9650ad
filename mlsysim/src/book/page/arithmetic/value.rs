//! What a side gives, and how far its printed operands leave that open.

use std::string::String;
use std::vec::Vec;

use mlsysim_language::expression::Expression;
use mlsysim_language::number::Number;
use mlsysim_language::steps::{Scope, Step, What, lower};
use mlsysim_prose::displayed::Written;

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
    /// Whether an operand has a dimension.
    pub(super) has_units: bool,
    /// What the operands measure.
    pub(super) works_with: WorksWith,
    steps: Vec<Step>,
    places: Vec<Dynamic>,
    /// For a sum of several values: of those before.
    others: Vec<Value>,
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

/// How many of one unit make another.
const CONVERSIONS: [f64; 15] = [
    7.0, 8.0, 12.0, 24.0, 30.0, 31.0, 52.0, 60.0, 100.0, 365.0, 1e3, 1024.0, 3600.0, 1e6, 1e9,
];

/// How symbols that nothing is known of are filled in: what cancels is the same with each.
const TRIALS: [f64; 3] = [1.25, 3.5, 0.8125];

/// The number that a side prints, if it is one.
pub(super) fn number(written: &Written) -> Option<&Number> {
    match &written.expression {
        Expression::Number(number) if number.unit.unknown.is_none() => Some(number),
        _ => None,
    }
}

/// What a side gives, with its units or as the numbers alone; nothing where it cannot be
/// computed.
pub(super) fn value(written: Written, units: bool, symbols: &Symbols) -> Option<Value> {
    let mut rows = lower(&written.expression, &Scope::default()).ok()?.rows;
    let steps = rows.pop().filter(|_| rows.is_empty())?.steps;
    let fill = |trial: usize| -> Vec<Dynamic> {
        let names = written.symbols.iter().enumerate();
        names
            .map(|(index, name)| match symbols.find(name) {
                Some(known) if units => known.value,
                Some(known) => plain(known.bare),
                None => plain(TRIALS[trial] + index as f64 * TRIALS[trial]),
            })
            .collect()
    };
    let is_unknown = |name: &String| symbols.find(name).is_none();
    let is_open = written.symbols.iter().any(is_unknown);
    let places = fill(0);
    let value = run_with(&steps, &places)?;
    if is_open {
        for trial in 1..TRIALS.len() {
            let other = run_with(&steps, &fill(trial))?;
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
        written,
        value,
        has_units,
        works_with,
        steps,
        places,
        others: Vec::new(),
    })
}

impl Value {
    /// Half of what the operands that are printed with a point leave open, in base units.
    pub(super) fn margin(&self) -> f64 {
        let own = run_with(&self.steps, &self.places);
        let own = own.map_or(0.0, |value| margin(&self.steps, &self.places, value.value));
        own + self.others.iter().map(Value::margin).sum::<f64>()
    }

    /// The plain numbers that turn one unit into another, and so stand behind it: the 60 of
    /// `24 h * 60 = 1,440 min`, and not the 8 of `8 * 80 GB`.
    pub(super) fn conversions(&self) -> Vec<f64> {
        let numbers = self.steps.iter().filter_map(|step| match &step.what {
            What::Number(number) => Some(number),
            _ => None,
        });
        let is_plain = |number: &&Number| number.unit.text.is_empty();
        let behind = numbers.skip_while(is_plain).filter(is_plain);
        let values = behind.map(Number::value);
        values.filter(|it| CONVERSIONS.contains(it)).collect()
    }

    /// The sum with a value of the same dimension.
    pub(super) fn plus(mut self, other: Value) -> Option<Value> {
        self.value.value += other.value.value;
        self.has_units |= other.has_units;
        let is_alike = self.value.dimension == other.value.dimension;
        self.others.push(other);
        is_alike.then_some(self)
    }
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
