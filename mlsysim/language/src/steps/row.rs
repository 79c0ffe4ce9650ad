//! What a value is computed by.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::expression::Place;
use crate::kind::Kind;
use crate::number::Number;
use crate::operation::{Builtin, Operator, Order};
use crate::record::Shape;
use crate::token::Extent;

/// One scalar value as a program in postfix notation.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its steps; each takes one slot.
    pub steps: Vec<Step>,
    /// What it counts.
    pub kind: Kind,
    /// Where it stands.
    pub extent: Extent,
}

/// A step with its place.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it does.
    pub what: What,
    /// Where it stands.
    pub extent: Extent,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum What {
    /// Gives a number.
    Number(Number),
    /// Gives a constant or another place outside of the block.
    Outer(Place),
    /// Gives the value of a statement.
    Local {
        /// Its name.
        name: String,
        /// Which statement.
        statement: usize,
        /// Which row of a list or a range.
        row: usize,
        /// Where the value stands.
        slot: usize,
    },
    /// Gives a quantity that Rust computes, whose text is kept.
    Rust(String),
    /// Unary minus.
    Negate,
    /// An operator.
    Binary(Operator),
    /// A function over so many values.
    Builtin(Builtin, usize),
    /// Calls a formula or Rust code.
    Call(Box<Called>),
    /// Takes left and right of the condition, then the two branches.
    If(Order),
}

/// A call whose arguments are settled.
#[derive(Clone, Debug)]
pub struct Called {
    /// What is called.
    pub callee: Place,
    /// Each argument: a value of the steps before, or Rust code with its text.
    pub arguments: Vec<Argument>,
    /// `.field.field` of what it gives.
    pub fields: Option<Extent>,
    /// Their text.
    pub fields_text: String,
}

impl Called {
    /// A path that is called with numbers alone names a formula.
    pub fn is_formula(&self) -> bool {
        let is_value = |argument: &Argument| matches!(argument, Argument::Value(_));
        let is_plain = self.callee.can_be_formula() && self.fields.is_none();
        is_plain && self.arguments.iter().all(is_value)
    }
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub enum Argument {
    /// A value of the steps before.
    Value(Extent),
    /// Passed on as it is.
    Rust(Extent, String),
}

impl Step {
    /// How many values of the steps before it takes.
    pub fn arity(&self) -> usize {
        match &self.what {
            What::Number(_) | What::Outer(_) | What::Local { .. } | What::Rust(_) => 0,
            What::Negate => 1,
            What::Binary(_) => 2,
            What::Builtin(_, arity) => *arity,
            What::If(_) => 4,
            What::Call(call) => {
                let is_value = |argument: &&Argument| matches!(argument, Argument::Value(_));
                call.arguments.iter().filter(is_value).count()
            }
        }
    }
}

/// The rows of an expression: one for a scalar, more for a list or a range.
#[derive(Clone, Debug)]
pub struct Rows {
    /// How they read.
    pub shape: Shape,
    /// At least one.
    pub rows: Vec<Row>,
}

impl Rows {
    pub(super) fn one(what: What, kind: Kind, extent: Extent) -> Rows {
        Rows {
            shape: Shape::One,
            rows: [Row {
                steps: [Step { what, extent }].into(),
                kind,
                extent,
            }]
            .into(),
        }
    }
}
