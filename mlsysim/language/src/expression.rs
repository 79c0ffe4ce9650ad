//! An expression, a relation and a body as they are written.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::number::{Name, Number};
use crate::operation::{Builtin, Comparison, Operator, Order};
use crate::token::Extent;

/// An expression.
#[derive(Clone, Debug)]
pub enum Expression {
    /// `10 GB/s`
    Number(Number),
    /// `[a, b, c] unit`
    List {
        /// What stands in it.
        items: Vec<Expression>,
        /// Where it stands.
        extent: Extent,
    },
    /// `low..high unit`
    Range {
        /// Where it begins.
        low: Box<Expression>,
        /// Where it ends.
        high: Box<Expression>,
    },
    /// A name, a path, a field.
    Place(Place),
    /// Unary minus.
    Negate {
        /// What it negates.
        operand: Box<Expression>,
        /// Where it stands, the minus included.
        extent: Extent,
    },
    /// Two operands with an operator between them.
    Binary {
        /// The operator.
        operator: Operator,
        /// Before it.
        left: Box<Expression>,
        /// After it.
        right: Box<Expression>,
    },
    /// `sqrt(x)`, `min(a, b)`, `sum(list)`
    Builtin {
        /// Which of them.
        builtin: Builtin,
        /// What it is given.
        arguments: Vec<Expression>,
        /// Where it stands.
        extent: Extent,
    },
    /// `printed(claim)`: the value as it is printed.
    Printed {
        /// The claim's name.
        claim: Place,
        /// Where it stands.
        extent: Extent,
    },
    /// `path(x)` or `place.method(x)`
    Call(Call),
    /// `{ any Rust }`, `&path`, a macro call or an enum's variant: passed on as they are.
    Rust(Rust),
    /// `if a < b { x } else { y }`
    If {
        /// What is compared.
        condition: Box<(Expression, Order, Expression)>,
        /// If it holds.
        then: Box<Expression>,
        /// If not.
        otherwise: Box<Expression>,
        /// Where it stands.
        extent: Extent,
    },
    /// `{ let a = …; x }`, in formulas.
    Block {
        /// The names that are bound, in order.
        lets: Vec<(Name, Expression)>,
        /// What it gives.
        result: Box<Expression>,
    },
}

/// `a::b::C.d.e`, or a local name, with an optional `[index]`.
#[derive(Clone, Debug)]
pub struct Place {
    /// As it is written, without spaces and without the index.
    pub text: String,
    /// Whether it is a single name.
    pub is_single: bool,
    /// Which element of a list, and where that is said.
    pub index: Option<(usize, Extent)>,
    /// Where it stands.
    pub extent: Extent,
}

impl Place {
    /// Whether it can be a formula, which is a function of a module: no field, and no name of a
    /// type, whose functions are plain Rust.
    pub fn can_be_formula(&self) -> bool {
        let is_type = |name: &str| name.starts_with(char::is_uppercase);
        !self.text.contains('.') && !self.text.split("::").any(is_type)
    }

    /// Its first name.
    pub fn root(&self) -> &str {
        let end = self.text.find(['.', ':']).unwrap_or(self.text.len());
        &self.text[..end]
    }

    /// With its index.
    pub fn indexed(&self) -> String {
        match self.index {
            Some((index, _)) => alloc::format!("{}[{index}]", self.text),
            None => self.text.clone(),
        }
    }
}

/// A call of a formula or of Rust code.
#[derive(Clone, Debug)]
pub struct Call {
    /// What is called.
    pub callee: Place,
    /// What it is given.
    pub arguments: Vec<Expression>,
    /// `.field.field` of what it gives.
    pub fields: Option<Extent>,
    /// The fields' text.
    pub fields_text: String,
    /// Where it stands, the fields included.
    pub extent: Extent,
}

/// Rust code that is passed on as it is.
#[derive(Clone, Debug)]
pub struct Rust {
    /// As it is written.
    pub text: String,
    /// What may be done with it.
    pub kind: RustKind,
    /// Where it stands.
    pub extent: Extent,
}

/// What Rust code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RustKind {
    /// `{ … }` or a macro call: a quantity that Rust computes.
    Value,
    /// `&path`: only an argument of a call.
    Reference,
    /// `Enum::Variant`: only an argument of a call.
    Variant,
}

impl Expression {
    /// Where it stands.
    pub fn extent(&self) -> Extent {
        match self {
            Expression::Number(number) => number.extent,
            Expression::Place(place) => place.extent,
            Expression::Call(call) => call.extent,
            Expression::Rust(rust) => rust.extent,
            Expression::Binary { left, right, .. } => left.extent().to(right.extent()),
            Expression::Range { low, high } => low.extent().to(high.extent()),
            Expression::Block { result, .. } => result.extent(),
            Expression::List { extent, .. }
            | Expression::Negate { extent, .. }
            | Expression::Builtin { extent, .. }
            | Expression::Printed { extent, .. }
            | Expression::If { extent, .. } => *extent,
        }
    }
}

/// What a claim says of its value.
#[allow(clippy::large_enum_variant)] // One at a time, and taken apart at once.
#[derive(Clone, Debug)]
pub enum Relation {
    /// `value ~= stated`, with the precision that the digits imply or that is given.
    Prints {
        /// What is computed.
        value: Expression,
        /// What is printed.
        stated: Expression,
        /// How precisely.
        precision: Precision,
    },
    /// `value == stated`, `low < value <= high`, `in low ..= high`
    Compares {
        /// What is computed.
        value: Expression,
        /// What it is compared with, each as seen from the value.
        bounds: Vec<(Comparison, Expression)>,
    },
    /// `a < b < c < d` and longer: what stands between the ends is what is claimed.
    Chain {
        /// What stands between the orders, one more than there are orders.
        terms: Vec<Expression>,
        /// Each between two terms.
        orders: Vec<Order>,
    },
    /// `value is Variant`
    Is {
        /// What is computed.
        value: Expression,
        /// The variant's name.
        variant: Name,
    },
}

/// How precise a printed number is.
#[derive(Clone, Debug)]
pub enum Precision {
    /// As its digits say.
    Printed,
    /// `to 2 digits`
    Digits(u32, Extent),
    /// `within 5%`
    Within(Box<Expression>),
}

/// What a printed edition says: one figure, or bounds.
#[allow(clippy::large_enum_variant)] // One at a time, and taken apart at once.
#[derive(Clone, Debug)]
pub enum PublishedFigure {
    /// `80 GB`, `10..20 h`, `[1, 2, 3] h`
    Figure(Expression, Precision),
    /// `> 5 h, <= 8 h`
    Bounds(Vec<(Order, Expression)>),
}
