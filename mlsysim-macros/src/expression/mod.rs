//! The expression language that all three macros share.

mod emit;
mod lower;
mod number;
mod parse;

use proc_macro2::{Span, TokenStream};
use syn::Ident;

pub(crate) use emit::{Emitter, Slots, at, called, closed, float, value_of};
pub(crate) use lower::{Bound, Row, Scope, Shape, Step, check_arity, lower};
pub(crate) use number::{Interval, Number};
pub(crate) use parse::unfinished;

/// From the first token of a piece of syntax to its last.
#[derive(Clone, Copy)]
pub(crate) struct Extent {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Extent {
    pub(crate) fn of(span: Span) -> Self {
        Extent {
            first: span,
            last: span,
        }
    }

    pub(crate) fn to(self, end: Extent) -> Self {
        Extent {
            first: self.first,
            last: end.last,
        }
    }

    /// An error that underlines the whole extent.
    pub(crate) fn error(self, message: impl std::fmt::Display) -> syn::Error {
        let first = Ident::new("first", self.first);
        let last = Ident::new("last", self.last);
        syn::Error::new_spanned(quote::quote!(#first #last), message)
    }
}

/// An expression as written.
pub(crate) enum Expression {
    Number(Number),
    /// `[a, b, c] unit`
    List {
        items: Vec<Expression>,
        extent: Extent,
    },
    /// `low..high unit`
    Range {
        low: Box<Expression>,
        high: Box<Expression>,
        extent: Extent,
    },
    Place(Place),
    Negate {
        operand: Box<Expression>,
        extent: Extent,
    },
    Binary {
        operator: Operator,
        left: Box<Expression>,
        right: Box<Expression>,
    },
    /// `sqrt(x)`, `min(a, b)`, …
    Builtin {
        name: Ident,
        arguments: Vec<Expression>,
        extent: Extent,
    },
    /// `path(x)` or `place.method(x)`: a call of Rust code.
    Call {
        callee: Callee,
        arguments: Vec<Expression>,
        fields: TokenStream,
        extent: Extent,
    },
    /// `{ any Rust }`, `&path`, `q!(…)` and enum variants: passed on as they are.
    Rust {
        tokens: TokenStream,
        text: String,
        extent: Extent,
        kind: RustKind,
    },
    /// `if a < b { x } else { y }`, in formulas.
    If {
        condition: Box<Condition>,
        then: Box<Expression>,
        otherwise: Box<Expression>,
        extent: Extent,
    },
    /// `{ let a = …; x }`, in formulas.
    Block {
        lets: Vec<(Ident, Expression)>,
        result: Box<Expression>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RustKind {
    /// `{ … }`: a quantity that Rust computes.
    Value,
    /// `&path` or `Enum::Variant`: only an argument of a call.
    Argument,
}

pub(crate) struct Condition {
    pub(crate) left: Expression,
    pub(crate) relation: &'static str,
    pub(crate) right: Expression,
}

/// `a::b::C.d.e`, or a local name, with an optional `[index]`.
pub(crate) struct Place {
    pub(crate) tokens: TokenStream,
    /// As it is written, without spaces.
    pub(crate) text: String,
    /// The name, if it is a single identifier.
    pub(crate) single: Option<Ident>,
    pub(crate) index: Option<(usize, Span)>,
    pub(crate) extent: Extent,
}

impl Place {
    /// The Rust expression, with its index.
    pub(crate) fn indexed(&self) -> TokenStream {
        let mut tokens = self.tokens.clone();
        if let Some((index, span)) = self.index {
            let literal = proc_macro2::Literal::usize_unsuffixed(index);
            tokens.extend(quote::quote_spanned!(span=> [#literal]));
        }
        tokens
    }
}

pub(crate) struct Callee {
    pub(crate) tokens: TokenStream,
    pub(crate) text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

impl Expression {
    pub(crate) fn extent(&self) -> Extent {
        match self {
            Expression::Number(number) => number.extent,
            Expression::Place(place) => place.extent,
            Expression::Binary { left, right, .. } => left.extent().to(right.extent()),
            Expression::Block { result, .. } => result.extent(),
            Expression::List { extent, .. }
            | Expression::Range { extent, .. }
            | Expression::Negate { extent, .. }
            | Expression::Builtin { extent, .. }
            | Expression::Call { extent, .. }
            | Expression::Rust { extent, .. }
            | Expression::If { extent, .. } => *extent,
        }
    }
}
