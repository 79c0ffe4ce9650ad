//! `q!`: one quantity, evaluated by the compiler.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Result;
use syn::parse::{ParseStream, Parser};

use crate::expression::{Emitter, Expression, Scope, Shape, called, lower, unfinished};

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
    let mut emitter = Emitter::default();
    emitter.row(&rows[0]);
    let lets = &emitter.lets;
    let value = emitter.slots.last();
    let typed = called(expression.extent(), quote!(typed), quote!(#value));
    // An inline const, so that a wrong dimension never waits for run time.
    Ok(quote!(const { use ::mlsysim::__private as __m; #lets #typed }))
}

/// One error, and a value of whatever type the place wants.
pub(crate) fn failure(error: syn::Error) -> TokenStream {
    let error = error.into_compile_error();
    quote!({ #error ::mlsysim::__private::failed() })
}
