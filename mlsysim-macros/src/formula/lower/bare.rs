//! The body of a formula over bare numbers in base units.

use std::cell::RefCell;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use mlsysim_language::expression::{Expression, RustKind};
use mlsysim_language::operation::{Operator, Takes};
use mlsysim_language::steps::{Bound, Scope};
use mlsysim_language::token;

use crate::callees::Callees;
use crate::emitter::{called, closed, float, order};
use crate::tokens::Source;

/// The same body over bare numbers in base units.
pub(super) struct Bare<'a> {
    pub(super) source: &'a Source,
    pub(super) scope: &'a Scope,
    pub(super) callees: RefCell<Callees>,
}

impl Bare<'_> {
    pub(super) fn compute(&self, expression: &Expression) -> token::Result<TokenStream> {
        Ok(match expression {
            Expression::Number(number) => float(number.base_value()).into_token_stream(),
            Expression::Place(place) => match self.scope.find(&place.text) {
                Some(_) if place.is_single => {
                    let name = self.source.rust(place.extent);
                    let local = local(&name);
                    quote!(#local)
                }
                _ => {
                    let ends = self.source.ends(place.extent);
                    called(ends, quote!(value), self.source.rust(place.extent))
                }
            },
            Expression::Negate { operand, .. } => {
                let operand = self.compute(operand)?;
                quote!((-#operand))
            }
            Expression::Binary {
                operator,
                left,
                right,
            } => {
                let (first, second) = (self.compute(left)?, self.compute(right)?);
                match operator {
                    Operator::Add => quote!((#first + #second)),
                    Operator::Subtract => quote!((#first - #second)),
                    Operator::Multiply => quote!((#first * #second)),
                    Operator::Divide => {
                        let second = self.finite(right, second);
                        quote!((#first / #second))
                    }
                    Operator::Power => quote!(__m::power(#first, #second)),
                }
            }
            Expression::Builtin {
                builtin,
                arguments,
                extent,
            } => {
                if builtin.takes() == Takes::List
                    || arguments.len() < 2 && builtin.takes() == Takes::TwoOrList
                {
                    return Err(extent.error(format!(
                        "a formula works on single quantities: pass what `{}` gives as an argument",
                        builtin.name()
                    )));
                }
                let name = format_ident!("{}", builtin.name());
                let arguments = self.all(arguments)?;
                quote!(__m::bare::#name(#(#arguments),*))
            }
            Expression::Call(call) => self.call(call)?,
            Expression::Rust(rust) => {
                if rust.kind != RustKind::Value || rust.text.starts_with('{') {
                    return Err(rust
                        .extent
                        .error("a formula's body is one expression over its arguments"));
                }
                let tokens = self.source.rust(rust.extent);
                quote!(__m::value(#tokens))
            }
            Expression::If {
                condition,
                then,
                otherwise,
                ..
            } => {
                let (left, relation, right) = &**condition;
                let first = self.finite(left, self.compute(left)?);
                let second = self.finite(right, self.compute(right)?);
                let relation = order(*relation);
                let (then, otherwise) = (self.compute(then)?, self.compute(otherwise)?);
                quote!((match __m::bare::decides(#relation, #first, #second) {
                    Some(true) => #then,
                    Some(false) => #otherwise,
                    None => f64::NAN,
                }))
            }
            Expression::Block { lets, result } => {
                let lets = lets
                    .iter()
                    .map(|(name, value)| {
                        let name = local(&self.source.rust(name.extent));
                        let value = self.compute(value)?;
                        Ok(quote!(let #name = #value;))
                    })
                    .collect::<token::Result<Vec<_>>>()?;
                let result = self.compute(result)?;
                quote!({ #(#lets)* #result })
            }
            Expression::Printed { extent, .. } => {
                return Err(extent.error("`printed` belongs in `check!`, where claims are"));
            }
            Expression::List { extent, .. } => {
                return Err(extent.error("a formula works on single quantities"));
            }
            Expression::Range { low, high } => {
                let extent = low.extent().to(high.extent());
                return Err(extent.error("a formula works on single quantities"));
            }
        })
    }

    /// An argument may be infinite, for an ideal device; what is computed may not.
    fn finite(&self, expression: &Expression, computed: TokenStream) -> TokenStream {
        let is_given = match expression {
            Expression::Number(_) => true,
            Expression::Place(place) => {
                !matches!(self.scope.find(&place.text), Some(Bound::Inlined(_)))
            }
            _ => false,
        };
        match is_given {
            true => computed,
            false => quote!(__m::bare::finite(#computed)),
        }
    }

    fn all(&self, expressions: &[Expression]) -> token::Result<Vec<TokenStream>> {
        expressions.iter().map(|it| self.compute(it)).collect()
    }

    fn call(&self, call: &mlsysim_language::expression::Call) -> token::Result<TokenStream> {
        let ends = self.source.ends(call.extent);
        let callee = self.source.rust(call.callee.extent);
        let passed = |argument: &Expression| match argument {
            Expression::Rust(rust) if rust.kind != RustKind::Value => Some(rust.extent),
            _ => None,
        };
        let is_plain = call.callee.can_be_formula() && call.fields.is_none();
        let takes_numbers = call.arguments.iter().all(|it| passed(it).is_none());
        if is_plain && takes_numbers {
            // Another formula: its body over bare numbers too.
            let arguments = call
                .arguments
                .iter()
                .map(|it| Ok(self.finite(it, self.compute(it)?)))
                .collect::<token::Result<Vec<_>>>()?;
            let arguments = closed(quote!(&[#(#arguments),*]), ends.last);
            let formula = self.callees.borrow_mut().name(&call.callee.text, callee);
            return Ok(quote_spanned!(ends.first=> <#formula>::bare #arguments));
        }
        let arguments = call
            .arguments
            .iter()
            .map(|argument| match passed(argument) {
                Some(extent) => Ok(self.source.rust(extent)),
                None => {
                    let value = self.compute(argument)?;
                    Ok(quote!(__m::bare_quantity(#value)))
                }
            })
            .collect::<token::Result<Vec<_>>>()?;
        let arguments = closed(quote!(#(#arguments),*), ends.last);
        let fields = call.fields.map(|fields| self.source.rust(fields));
        Ok(called(
            ends,
            quote!(value),
            quote!(#callee #arguments #fields),
        ))
    }
}

/// The variable that holds an argument's bare number; no constant in scope can have its name.
pub(in super::super) fn local(name: &impl ToString) -> Ident {
    let name = name.to_string();
    let name = name.strip_prefix("r#").unwrap_or(&name);
    format_ident!("bare_{}", name, span = Span::mixed_site())
}
