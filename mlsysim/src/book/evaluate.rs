//! The steps of an expression at run time: what the compiler would compute, and its words where
//! something is wrong.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::expression::Place;
use mlsysim_language::operation::{Builtin, Operator};
use mlsysim_language::steps::{Argument, Called, Step, What};
use mlsysim_language::token::{Error, Extent};

use crate::units::dynamic::operations as dynamic;
use crate::units::dynamic::{Dynamic, Mismatch, negate};

/// What the names of an expression mean; what is wrong comes in words.
pub(super) trait Names {
    /// A constant, or whatever else has a value.
    fn value(&self, place: &Place) -> Result<Dynamic, String>;

    /// What a formula or a method gives.
    fn call(&self, call: &Called, operands: &[Dynamic]) -> Result<Dynamic, Wrong>;
}

/// What is wrong with a step.
pub(super) struct Wrong {
    pub(super) words: String,
    /// Which of the operands is the cause, where one is.
    pub(super) operand: Option<usize>,
}

impl From<String> for Wrong {
    fn from(words: String) -> Wrong {
        Wrong {
            words,
            operand: None,
        }
    }
}

/// The value of each step; at least one.
pub(super) fn run(steps: &[Step], names: &dyn Names) -> Result<Vec<Dynamic>, Error> {
    let mut stack: Vec<Dynamic> = Vec::new();
    let mut values = Vec::with_capacity(steps.len());
    for step in steps {
        let start = stack.len().saturating_sub(step.arity());
        let operands = stack.split_off(start);
        let value = apply(&step.what, &operands, names);
        let value = value.map_err(|Wrong { words, operand }| {
            let extent = operand.and_then(|operand| operand_extent(step, operand));
            extent.unwrap_or(step.extent).error(words)
        })?;
        stack.push(value);
        values.push(value);
    }
    match values.is_empty() {
        true => Err(Extent::at(0).error("a value is missing")),
        false => Ok(values),
    }
}

/// Where an argument of a call stands.
fn operand_extent(step: &Step, operand: usize) -> Option<Extent> {
    let What::Call(call) = &step.what else {
        return None;
    };
    let values = call.arguments.iter().filter_map(|argument| match argument {
        Argument::Value(extent) => Some(*extent),
        Argument::Rust(..) => None,
    });
    values.into_iter().nth(operand)
}

fn apply(what: &What, operands: &[Dynamic], names: &dyn Names) -> Result<Dynamic, Wrong> {
    match (what, operands) {
        (What::Number(number), []) => finite(Dynamic {
            value: number.base_value(),
            dimension: number.unit.dimension,
        }),
        (What::Outer(place), []) => Ok(names.value(place)?),
        (What::Negate, [operand]) => Ok(negate(*operand)),
        (What::Binary(operator), [left, right]) => in_words(binary(*operator, *left, *right)),
        (What::Builtin(function, _), [first, rest @ ..]) => {
            in_words(builtin(*function, *first, rest))
        }
        (What::Call(call), _) => names.call(call, operands),
        (What::Rust(text), _) => {
            Err(format!("`{text}` is plain Rust, which only the compiler can evaluate").into())
        }
        (
            What::Number(_)
            | What::Outer(_)
            | What::Negate
            | What::Binary(_)
            | What::Builtin(..)
            | What::Local { .. }
            | What::If(_),
            _,
        ) => Err(Wrong::from(String::from(
            "it is no expression over constants",
        ))),
    }
}

/// What every step must be.
fn finite(value: Dynamic) -> Result<Dynamic, Wrong> {
    match value.value.is_finite() {
        true => Ok(value),
        false => Err(Wrong::from(String::from("the number is too large"))),
    }
}

fn in_words(result: Result<Dynamic, Mismatch>) -> Result<Dynamic, Wrong> {
    result.map_err(|mismatch| format!("{mismatch}").into())
}

fn binary(operator: Operator, left: Dynamic, right: Dynamic) -> Result<Dynamic, Mismatch> {
    match operator {
        Operator::Add => dynamic::add(left, right),
        Operator::Subtract => dynamic::subtract(left, right),
        Operator::Multiply => dynamic::multiply(left, right),
        Operator::Divide => dynamic::divide(left, right),
        Operator::Power => dynamic::power(left, right),
    }
}

/// Sums and the like come as operators: the language has taken them apart.
fn builtin(function: Builtin, first: Dynamic, rest: &[Dynamic]) -> Result<Dynamic, Mismatch> {
    let fold = |join: fn(Dynamic, Dynamic) -> Result<Dynamic, Mismatch>| {
        rest.iter().try_fold(first, |all, next| join(all, *next))
    };
    let count = Dynamic {
        value: rest.len() as f64 + 1.0,
        dimension: 0,
    };
    match function {
        Builtin::SquareRoot => dynamic::sqrt(first),
        Builtin::Exponential => dynamic::exp(first),
        Builtin::NaturalLogarithm => dynamic::ln(first),
        Builtin::BinaryLogarithm => dynamic::log2(first),
        Builtin::DecimalLogarithm => dynamic::log10(first),
        Builtin::Absolute => Ok(dynamic::abs(first)),
        Builtin::Round => dynamic::round(first),
        Builtin::Floor => dynamic::floor(first),
        Builtin::Ceiling => dynamic::ceil(first),
        Builtin::Minimum => fold(dynamic::min),
        Builtin::Maximum => fold(dynamic::max),
        Builtin::Sum => fold(dynamic::add),
        Builtin::Mean => dynamic::divide(fold(dynamic::add)?, count),
        Builtin::Count => Ok(count),
    }
}
