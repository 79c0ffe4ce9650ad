//! `q!`: one quantity, evaluated by the compiler.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Result;
use syn::parse::{ParseStream, Parser};

use crate::expression::{
    Emitter, Expression, Scope, Shape, Step, at, called, lower, unfinished, value_of,
};

pub(crate) fn expand(input: TokenStream) -> Result<TokenStream> {
    let expression = (|input: ParseStream| {
        let expression: Expression = input.parse()?;
        if input.is_empty() {
            Ok(expression)
        } else {
            Err(unfinished(input))
        }
    })
    .parse2(input)?;
    let (shape, rows) = lower(&expression, &Scope::default())?;
    if shape != Shape::One {
        return Err(expression
            .extent()
            .error("`q!` gives one quantity; a list belongs in `check!`"));
    }
    let extent = expression.extent();
    let value = match rows[0].steps.as_slice() {
        [Step::Number(number)] if number.unit.unknown.is_none() => {
            called(extent, quote!(typed), value_of(number))
        }
        _ => {
            let mut emitter = Emitter::default();
            let slot = emitter.row(&rows[0]).value;
            emitter.block(|_| called(extent, quote!(typed), at(slot)))
        }
    };
    // An inline const, so that a wrong dimension never waits for run time.
    Ok(quote!(const { use ::mlsysim::__private as __m; #value }))
}

/// One error, and a value of whatever type the place wants.
pub(crate) fn failure(error: syn::Error) -> TokenStream {
    let error = error.into_compile_error();
    quote!({ #error ::mlsysim::__private::failed() })
}
