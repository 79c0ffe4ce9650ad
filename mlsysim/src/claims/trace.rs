//! The trace: the expression behind a value, in postfix notation, with every value in it.

use alloc::vec::Vec;

use super::formula::{Formula, MAXIMUM_ARGUMENTS};
use crate::units::dynamic::{Dynamic, bare, power};

/// One scalar value as a program in postfix notation, each step with its value.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The steps; the last one's value is the program's.
    pub steps: Vec<(Node, Dynamic)>,
}

/// One step of a program.
#[derive(Clone, Debug)]
pub enum Node {
    /// A number as written, with its unit.
    Number {
        /// The number's text.
        text: &'static str,
        /// The unit's text, `$` first where the number has one before it.
        unit: &'static str,
    },
    /// A `let` or a claim of the same napkin.
    Local {
        /// The statement, counted from zero.
        statement: usize,
        /// The row of a list.
        row: usize,
        /// Its name.
        name: &'static str,
    },
    /// A constant from outside of the napkin.
    Outer(&'static str),
    /// A quantity that Rust computes.
    Rust(&'static str),
    /// Unary minus.
    Negate,
    /// `+ - * / ^`
    Binary(char),
    /// `sqrt`, `min` and the like.
    Builtin(&'static str),
    /// A call of a formula or of another function.
    Call {
        /// The formula's record; none for other Rust code.
        formula: Option<&'static Formula>,
        /// The call as written, without its arguments.
        text: &'static str,
        /// Each argument: `None` for a value of the steps before, else its text.
        arguments: Vec<Option<&'static str>>,
    },
    /// `if a < b { x } else { y }`
    If(&'static str),
}

impl Node {
    pub(crate) fn decode(token: &'static str, formulas: &[&'static Formula]) -> Node {
        let Some(kind) = token.chars().next() else {
            return Node::Rust("");
        };
        let rest = &token[kind.len_utf8()..];
        match kind {
            '#' => {
                let (text, unit) = rest.split_once('\u{1b}').unwrap_or((rest, ""));
                Node::Number { text, unit }
            }
            '$' => {
                let (place, name) = rest.split_once(' ').unwrap_or((rest, ""));
                let (statement, row) = place.split_once('.').unwrap_or((place, "0"));
                Node::Local {
                    statement: statement.parse().unwrap_or_default(),
                    row: row.parse().unwrap_or_default(),
                    name,
                }
            }
            '@' => Node::Outer(rest),
            '~' => Node::Negate,
            '!' => Node::Builtin(rest),
            '?' => Node::If(rest),
            ':' => {
                let (function, rest) = rest.split_once(' ').unwrap_or(("-", rest));
                let mut parts = rest.split('\u{1b}');
                let text = parts.next().unwrap_or_default();
                let arguments = parts.map(|part| (part != "_").then_some(part)).collect();
                let index = function.parse().ok();
                let formula = index.and_then(|index: usize| formulas.get(index)).copied();
                Node::Call {
                    formula,
                    text,
                    arguments,
                }
            }
            '+' | '-' | '*' | '/' | '^' => Node::Binary(kind),
            _ => Node::Rust(rest),
        }
    }

    /// How many values it takes from the stack.
    pub fn arity(&self) -> usize {
        match self {
            Node::Number { .. } | Node::Local { .. } | Node::Outer(_) | Node::Rust(_) => 0,
            Node::Negate => 1,
            Node::Binary(_) => 2,
            Node::Builtin(name) => {
                if matches!(*name, "min" | "max") {
                    2
                } else {
                    1
                }
            }
            Node::Call { arguments, .. } => arguments
                .iter()
                .filter(|argument| argument.is_none())
                .count(),
            Node::If(_) => 4,
        }
    }
}

impl Program {
    /// The value that the compiler computed.
    pub fn value(&self) -> Dynamic {
        self.steps.last().map_or(
            Dynamic {
                value: f64::NAN,
                dimension: 0,
            },
            |(_, value)| *value,
        )
    }

    /// Evaluates the steps again in base units, with the leaves that `leaf` gives.
    ///
    /// A call of something that is no formula keeps the value the compiler computed.
    pub fn evaluate(&self, leaf: &dyn Fn(&Node, Dynamic) -> f64) -> f64 {
        self.fold(|node, stored, operands: &[f64]| match node {
            Node::Number { .. } | Node::Local { .. } | Node::Outer(_) | Node::Rust(_) => {
                leaf(node, stored)
            }
            Node::Negate => -operands[0],
            Node::Binary(operator) => binary(*operator, operands[0], operands[1]),
            Node::Builtin(name) => builtin(name, operands),
            Node::If(relation) => {
                let chosen = super::guard::ordered(operands[0], relation, operands[1]);
                if chosen { operands[2] } else { operands[3] }
            }
            Node::Call { formula, .. } => match formula {
                Some(formula) if operands.len() <= MAXIMUM_ARGUMENTS => {
                    let mut values = [0.0; MAXIMUM_ARGUMENTS];
                    values[..operands.len()].copy_from_slice(operands);
                    (formula.evaluate)(&values)
                }
                _ => stored.value,
            },
        })
        .unwrap_or(f64::NAN)
    }

    /// Runs the stack machine over any kind of result.
    pub fn fold<T>(&self, mut step: impl FnMut(&Node, Dynamic, &[T]) -> T) -> Option<T> {
        let mut stack: Vec<T> = Vec::new();
        for (node, value) in &self.steps {
            let start = stack.len().checked_sub(node.arity())?;
            let operands = stack.split_off(start);
            stack.push(step(node, *value, &operands));
        }
        stack.pop()
    }
}

pub(crate) fn binary(operator: char, left: f64, right: f64) -> f64 {
    match operator {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        '/' => left / right,
        _ => power(left, right),
    }
}

pub(crate) fn builtin(name: &str, operands: &[f64]) -> f64 {
    let first = operands[0];
    match name {
        "sqrt" => bare::sqrt(first),
        "exp" => bare::exp(first),
        "ln" => bare::ln(first),
        "log2" => bare::log2(first),
        "log10" => bare::log10(first),
        "abs" => first.abs(),
        "round" => bare::round(first),
        "floor" => bare::floor(first),
        "ceil" => bare::ceil(first),
        "min" => first.min(operands[1]),
        _ => first.max(operands[1]),
    }
}
