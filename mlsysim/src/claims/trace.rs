//! The trace: the expression behind a value, in postfix notation, with every value in it.

use alloc::vec::Vec;

use mlsysim_language::operation::{Builtin, Operator};
use mlsysim_language::record::{self, Malformed};

use super::formula::Formula;
use crate::units::dynamic::{Dynamic, bare};

/// One step of a program.
pub type Step = record::Step<&'static str, &'static Formula>;

/// One scalar value as a program in postfix notation, each step with its value.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The steps; the last one's value is the program's.
    pub steps: Vec<(Step, Dynamic)>,
}

impl Program {
    /// The value that the compiler computed; unknown for a program without steps.
    pub fn value(&self) -> Dynamic {
        self.steps
            .last()
            .map_or(Dynamic::UNKNOWN, |(_, value)| *value)
    }

    /// Evaluates the steps again in base units, with the leaves that `leaf` gives.
    ///
    /// A call of something that is no formula keeps the value the compiler computed.
    pub fn evaluate(&self, leaf: &dyn Fn(&Step, Dynamic) -> f64) -> f64 {
        self.fold(|step, stored, operands: &[f64]| match step {
            Step::Number { .. } | Step::Local { .. } | Step::Outer(_) | Step::Rust(_) => {
                leaf(step, stored)
            }
            Step::Call {
                formula: Some(formula),
                ..
            } => formula.value_for(operands),
            _ => apply(step, stored, operands),
        })
        .unwrap_or(Dynamic::UNKNOWN.value)
    }

    /// Runs the stack machine over any kind of result; none where a step lacks its operands.
    pub fn fold<T>(&self, mut step: impl FnMut(&Step, Dynamic, &[T]) -> T) -> Option<T> {
        let mut stack: Vec<T> = Vec::new();
        for (node, value) in &self.steps {
            let start = stack.len().checked_sub(node.arity())?;
            let result = step(node, *value, &stack[start..]);
            stack.truncate(start);
            stack.push(result);
        }
        stack.pop()
    }
}

/// What a step makes of bare numbers; leaves and calls have the value that the compiler computed.
pub(crate) fn apply(step: &Step, stored: Dynamic, operands: &[f64]) -> f64 {
    match step {
        Step::Number { .. }
        | Step::Local { .. }
        | Step::Outer(_)
        | Step::Rust(_)
        | Step::Call { .. } => stored.value,
        Step::Negate => -operands[0],
        Step::Binary(operator) => binary(*operator, operands[0], operands[1]),
        Step::Builtin(function, _) => builtin(*function, operands),
        Step::If(order) => match bare::decides(*order, operands[0], operands[1]) {
            Some(true) => operands[2],
            Some(false) => operands[3],
            None => f64::NAN,
        },
    }
}

/// `a + b` and the like over bare numbers.
pub(crate) fn binary(operator: Operator, left: f64, right: f64) -> f64 {
    match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        Operator::Power => bare::power(left, right),
    }
}

/// `sqrt(a)`, `min(a, b)` and the like over bare numbers; of none they give no number.
pub(crate) fn builtin(builtin: Builtin, operands: &[f64]) -> f64 {
    let Some((&first, rest)) = operands.split_first() else {
        return f64::NAN;
    };
    let fold = |join: fn(f64, f64) -> f64| rest.iter().fold(first, |a, b| join(a, *b));
    match builtin {
        Builtin::SquareRoot => bare::sqrt(first),
        Builtin::Exponential => bare::exp(first),
        Builtin::NaturalLogarithm => bare::ln(first),
        Builtin::BinaryLogarithm => bare::log2(first),
        Builtin::DecimalLogarithm => bare::log10(first),
        Builtin::Absolute => first.abs(),
        Builtin::Round => bare::round(first),
        Builtin::Floor => bare::floor(first),
        Builtin::Ceiling => bare::ceil(first),
        Builtin::Minimum => fold(bare::min),
        Builtin::Maximum => fold(bare::max),
        Builtin::Sum => fold(|a, b| a + b),
        Builtin::Mean => fold(|a, b| a + b) / operands.len() as f64,
        Builtin::Count => operands.len() as f64,
    }
}

/// The program, if every step has its operands and one value is left in the end.
pub(super) fn checked(program: Program) -> Result<Program, Malformed> {
    let mut values = 0_usize;
    for (step, _) in &program.steps {
        if let Step::Call {
            formula: Some(formula),
            arguments,
            ..
        } = step
        {
            let given = arguments.iter().filter(|it| it.is_none()).count();
            if given != arguments.len() || given != formula.arguments.len() {
                return expected("the arguments that a formula takes");
            }
        }
        values = match values.checked_sub(step.arity()) {
            Some(left) => left + 1,
            None => return expected("operands for each step"),
        };
    }
    match values {
        1 => Ok(program),
        _ => expected("one value of a program"),
    }
}

const fn expected<T>(expected: &'static str) -> Result<T, Malformed> {
    Err(Malformed { expected })
}
