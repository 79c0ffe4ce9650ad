//! Why an operation gives no quantity, as data; and the one place of its words.

use core::fmt;

use mlsysim_language::operation::{Builtin, Operator};

use super::Dynamic;
use crate::units::display::{push_dimension, unit_for};
use crate::units::math;
use crate::units::text::Text;

/// Why an operation gives no quantity.
///
/// ```
/// use mlsysim::units::dynamic::{add, of};
/// use mlsysim::unit::{GB, h};
/// let mismatch = add(of(GB), of(h)).unwrap_err();
/// assert_eq!(
///     mismatch.to_string(),
///     "a sum of unlike dimensions\n    left : information\n    right: time"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mismatch {
    /// Two quantities of unlike dimension where they must be alike.
    Unlike {
        /// Where they meet.
        pair: Pair,
        /// The dimension of the first.
        first: i64,
        /// The dimension of the second.
        second: i64,
    },
    /// A dimension where a plain number must stand.
    NotPlain {
        /// What takes plain numbers alone.
        what: Plain,
        /// The dimension given.
        given: i64,
    },
    /// A quantity with a dimension, to a power that is not whole or above 15.
    Power {
        /// The dimension of the base.
        base: i64,
        /// The exponent.
        power: f64,
    },
    /// The square root of a dimension with an odd exponent.
    UnevenRoot {
        /// The dimension given.
        given: i64,
    },
    /// A result with an exponent beyond 63.
    HighPower {
        /// The operator.
        operator: Operator,
        /// What stands before it.
        left: Dynamic,
        /// What stands after it.
        right: Dynamic,
    },
    /// A result that is no number, or an infinite one.
    NotFinite(Operation),
}

/// Where two quantities must be alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// `a + b`
    Sum,
    /// `a - b`
    Difference,
    /// `min(a, b)`
    Minimum,
    /// `max(a, b)`
    Maximum,
    /// `if a < b`
    Comparison,
    /// `{ a } else { b }`
    Branches,
}

/// What takes plain numbers alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// `x ^ a`
    Exponent,
    /// A function.
    Function(Builtin),
}

/// An operation with its operands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operation {
    /// An operator between two values.
    Binary(Operator, Dynamic, Dynamic),
    /// A function of one value.
    Function(Builtin, Dynamic),
}

impl Mismatch {
    /// What is wrong, in words.
    pub const fn text(&self) -> Text {
        let mut text = Text::new();
        match *self {
            Mismatch::Unlike {
                pair,
                first,
                second,
            } => push_unlike(&mut text, pair, first, second),
            Mismatch::NotPlain { what, given } => push_not_plain(&mut text, what, given),
            Mismatch::Power { base, power } => {
                text.push("a quantity takes a whole power up to 15\n    base:  ");
                push_dimension(&mut text, base);
                text.push("\n    power: ");
                if power.is_nan() {
                    text.push("not known here: write a number, or declare the base a `Ratio`");
                } else {
                    text.push_number(power, 6);
                }
            }
            Mismatch::UnevenRoot { given } => {
                text.push("a square root of uneven powers\n    given: ");
                push_dimension(&mut text, given);
            }
            Mismatch::HighPower {
                operator,
                left,
                right,
            } => {
                text.push("`");
                text.push(operator.sign());
                text.push("` gives a power beyond 63\n    left : ");
                push_dimension(&mut text, left.dimension);
                text.push("\n    right: ");
                push_dimension(&mut text, right.dimension);
            }
            Mismatch::NotFinite(operation) => push_not_finite(&mut text, operation),
        }
        text
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.text(), formatter)
    }
}

impl core::error::Error for Mismatch {}

const fn push_unlike(text: &mut Text, pair: Pair, first: i64, second: i64) {
    let (joined, before, after) = match pair {
        Pair::Sum => ("a sum", "left ", "right"),
        Pair::Difference => ("a difference", "left ", "right"),
        Pair::Minimum => ("a minimum", "first ", "second"),
        Pair::Maximum => ("a maximum", "first ", "second"),
        Pair::Comparison => ("a comparison", "left ", "right"),
        Pair::Branches => ("two branches", "if  ", "else"),
    };
    text.push(joined);
    text.push(" of unlike dimensions\n    ");
    text.push(before);
    text.push(": ");
    push_dimension(text, first);
    text.push("\n    ");
    text.push(after);
    text.push(": ");
    push_dimension(text, second);
}

const fn push_not_plain(text: &mut Text, what: Plain, given: i64) {
    match what {
        Plain::Exponent => text.push("an exponent"),
        Plain::Function(builtin) => {
            text.push("`");
            text.push(builtin.name());
            text.push("`");
        }
    }
    text.push(" needs a plain number\n    given: ");
    push_dimension(text, given);
    if let Plain::Function(Builtin::Round | Builtin::Floor | Builtin::Ceiling) = what {
        text.push("\n    divide by the unit to round in: `x / (1 h)`");
    }
}

const fn push_not_finite(text: &mut Text, operation: Operation) {
    match operation {
        Operation::Binary(operator, left, right) => {
            push_quantity(text, left);
            text.push(" ");
            text.push(operator.sign());
            text.push(" ");
            push_quantity(text, right);
            let is_by_zero = match operator {
                Operator::Divide => right.value == 0.0,
                Operator::Power => left.value == 0.0 && right.value < 0.0,
                Operator::Add | Operator::Subtract | Operator::Multiply => false,
            };
            // A base below zero has no fractional power.
            let is_no_number = matches!(operator, Operator::Power) && left.value < 0.0;
            text.push(if is_by_zero {
                " divides by zero"
            } else if is_no_number && right.value != math::round(right.value) {
                " is no number"
            } else {
                " is too large for a number"
            });
        }
        Operation::Function(builtin, operand) => {
            text.push(builtin.name());
            text.push("(");
            push_quantity(text, operand);
            text.push(match builtin {
                Builtin::SquareRoot
                | Builtin::NaturalLogarithm
                | Builtin::BinaryLogarithm
                | Builtin::DecimalLogarithm => ") is no number",
                Builtin::Exponential
                | Builtin::Absolute
                | Builtin::Round
                | Builtin::Floor
                | Builtin::Ceiling
                | Builtin::Minimum
                | Builtin::Maximum
                | Builtin::Sum
                | Builtin::Mean
                | Builtin::Count => ") is too large for a number",
            });
        }
    }
}

/// A value in the unit that reads best.
const fn push_quantity(text: &mut Text, quantity: Dynamic) {
    let unit = unit_for(quantity);
    text.push_number(quantity.value / unit.factor, 6);
    if !unit.symbol.is_empty() {
        text.push(" ");
        text.push(unit.symbol.as_str());
    }
}
