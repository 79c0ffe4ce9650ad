//! The body of a formula: its value, its dimension and its record.

use std::cell::RefCell;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use mlsysim_language::expression::Expression;
use mlsysim_language::kind::Kind;
use mlsysim_language::number::Name;
use mlsysim_language::record::{self, Shape};
use mlsysim_language::steps::{self, Bound, Scope, Step, Values, What};
use mlsysim_language::token::{self, Extent};

use super::argument::Argument;
use super::bare::{Bare, local};
use crate::emitter::{Emitter, at, called};
use crate::tokens::Source;

pub(in super::super) struct Body {
    /// The result over bare numbers.
    pub(in super::super) computation: TokenStream,
    /// The body over dimensions, held to the declared one; plain Rust has its own types.
    pub(in super::super) dimension_check: Option<TokenStream>,
    /// The records of the formulas that it calls, as a slice.
    pub(in super::super) formulas: TokenStream,
    /// The body in postfix notation; none for plain Rust.
    pub(in super::super) program: String,
    /// The values of the numbers in it.
    pub(in super::super) numbers: Vec<f64>,
}

/// A body in plain Rust, over its typed arguments.
pub(super) fn opaque(arguments: &[Argument], result: &Type, body: TokenStream) -> TokenStream {
    let typed = arguments.iter().map(|argument| {
        let (name, quantity, bare) = (&argument.name, &argument.quantity, local(&argument.name));
        quote!(let #name: #quantity = __m::bare_quantity(#bare);)
    });
    quote!({ #(#typed)* let result: #result = { #body }; result.value })
}

/// A mistake in the body, or in what stands around it.
pub(super) enum Fault {
    Language(token::Error),
    Rust(syn::Error),
}

impl From<token::Error> for Fault {
    fn from(error: token::Error) -> Self {
        Fault::Language(error)
    }
}

fn parse(source: &Source) -> token::Result<Expression> {
    let mut parser = source.parser();
    let body = parser.body()?;
    if parser.is_at_end() {
        return Ok(body);
    }
    let end = parser.take_sign(token::Sign::Semicolon);
    Err(match end.filter(|_| parser.is_at_end()) {
        Some(end) => end.error("leave out this `;`: the last expression is the result"),
        None => parser.error("a formula's body is `let`s and one expression"),
    })
}

/// The body as an expression over the arguments.
pub(super) fn settle(
    source: &Source,
    is_method: bool,
    arguments: &[Argument],
    declared: &Type,
) -> Result<Body, Fault> {
    let parsed = parse(source)?;
    all_are_used(source, arguments, &parsed)?;
    let mut scope = Scope::formula();
    let mut dimensions = Emitter::new(source);
    for (index, argument) in arguments.iter().enumerate() {
        let quantity = &argument.quantity;
        let slot = dimensions.slot(quote!(__m::unknown::<#quantity>()));
        let values = Values {
            shape: Shape::One,
            slots: vec![slot],
            statement: index,
            kinds: vec![Kind::unknown(slot)],
            printed: Vec::new(),
        };
        let name = Name {
            text: argument.name.to_string(),
            extent: Extent::at(0),
        };
        let bound = scope.bind(&name, Bound::Statement(values));
        bound.map_err(|it| Fault::Rust(syn::Error::new(argument.name.span(), it.message)))?;
    }
    let result = settle_lets(&parsed, &mut scope)?;
    let lowered = steps::lower(result, &scope)?;
    let ([row], Shape::One) = (&*lowered.rows, lowered.shape) else {
        return Err(result.extent().error("a formula gives one quantity").into());
    };
    row.steps
        .iter()
        .try_for_each(|step| record_step(step, is_method))?;
    let placed = dimensions.row(row);
    let ends = source.ends(result.extent());
    let dimension_check = dimensions.block(|_, _| {
        let value = at(placed.value);
        let arguments = quote!(#value, <#declared as __m::Typed>::DIMENSION);
        called(ends, quote!(declared), arguments)
    });
    let bare = Bare {
        source,
        scope: &scope,
        callees: RefCell::new(dimensions.callees),
    };
    // The dimensions are checked apart, so bare numbers do.
    let computation = bare.compute(&parsed)?;
    let (callees, formulas) = (bare.callees.into_inner(), dimensions.formulas);
    Ok(Body {
        computation: callees.scope(computation),
        dimension_check: Some(callees.scope(dimension_check)),
        program: record::program(&placed.row.steps),
        formulas: callees.scope(quote!(&[#(#formulas),*])),
        numbers: dimensions.numbers,
    })
}

/// What a step may take from the record: its fields, and what its methods compute of them.
fn record_step(step: &Step, is_method: bool) -> token::Result<()> {
    let (text, takes_numbers) = match &step.what {
        What::Outer(place) => (place.text.as_str(), false),
        What::Call(call) => (call.callee.text.as_str(), step.arity() > 0),
        What::Rust(text) => {
            let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
            return match words.any(|word| word == "self") {
                true => Err(step.extent.error(
                    "a macro cannot take `self` in a formula: compute with its fields here",
                )),
                false => Ok(()),
            };
        }
        _ => return Ok(()),
    };
    if text != "self" && !text.starts_with("self.") {
        return Ok(());
    }
    Err(step.extent.error(if !is_method {
        "`self` is the record of a method: write `&self` as the first argument, in an `impl`"
    } else if text == "self" {
        "`self` is the whole record, and no quantity: name one of its fields, `self.field`"
    } else if takes_numbers {
        "a method that a formula calls on `self` takes no numbers: compute with fields, or call a formula"
    } else {
        return Ok(());
    }))
}

/// What the result does not depend on is a mistake of the equation, or of the call.
fn all_are_used(source: &Source, arguments: &[Argument], body: &Expression) -> Result<(), Fault> {
    let count = |name: &str| {
        let names = source
            .tokens
            .iter()
            .filter(|it| it.kind == token::Kind::Name);
        names.filter(|it| it.text == name).count()
    };
    let message = |name: &str| format!("`{name}` influences nothing: use it, or leave it out");
    for argument in arguments {
        let name = argument.name.to_string();
        if count(&name) == 0 {
            return Err(Fault::Rust(syn::Error::new(
                argument.name.span(),
                message(&name),
            )));
        }
    }
    if let Expression::Block { lets, .. } = body {
        // Its own binding is one.
        if let Some((name, _)) = lets.iter().find(|(name, _)| count(&name.text) == 1) {
            return Err(name.extent.error(message(&name.text)).into());
        }
    }
    Ok(())
}

/// Binds the `let`s of a body to what they stand for, and gives its last expression.
fn settle_lets<'a>(body: &'a Expression, scope: &mut Scope) -> token::Result<&'a Expression> {
    let Expression::Block { lets, result } = body else {
        return Ok(body);
    };
    for (name, value) in lets {
        let lowered = steps::lower(value, scope)?;
        let mut rows = lowered.rows;
        if lowered.shape != Shape::One {
            return Err(value.extent().error("a formula works on single quantities"));
        }
        scope.bind(name, Bound::Inlined(Box::new(rows.remove(0))))?;
    }
    Ok(result)
}
