//! `q!`: one quantity, evaluated by the compiler.

use mlsysim_language::record::Shape;
use mlsysim_language::steps::{Scope, What, lower};
use mlsysim_language::units::own::OwnUnits;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Result;

use crate::emitter::{Emitter, at, called, value_of};
use crate::tokens::Source;

pub(crate) fn expand(input: TokenStream, own: OwnUnits) -> Result<TokenStream> {
    let source = Source::with(input, own);
    if source.tokens.is_empty() {
        return Err(syn::Error::new(
            Span::call_site(),
            "expected a quantity, such as `q!(3.35 TB/s)`",
        ));
    }
    let mut parser = source.parser();
    let parsed = parser
        .expression()
        .and_then(|it| parser.finish().map(|()| it));
    let expression = parsed.map_err(|error| source.error(&error))?;
    let rows = lower(&expression, &Scope::default()).map_err(|error| source.error(&error))?;
    let ends = source.ends(expression.extent());
    let ([row], Shape::One) = (&*rows.rows, rows.shape) else {
        return Err(ends.error("`q!` gives one quantity; a list belongs in `check!`"));
    };
    let value = match row.steps.as_slice() {
        [step] => match &step.what {
            What::Number(number) => Some(called(ends, quote!(typed), value_of(number))),
            _ => None,
        },
        _ => None,
    };
    let value = value.unwrap_or_else(|| {
        let mut emitter = Emitter::new(&source);
        let slot = emitter.row(row).value;
        let block = emitter.block(|emitter, slots| {
            let breaks = emitter.breaks(&quote!(#slots));
            let value = called(ends, quote!(typed), at(slot));
            quote!(#breaks #value)
        });
        emitter.callees.scope(block)
    });
    // Where `units!` made the macro, the call itself stands in what it made.
    let span = match source.own().is_empty() {
        true => Span::call_site(),
        false => ends.first,
    };
    // An inline const, so that a wrong dimension never waits for run time.
    Ok(quote_spanned!(span=> const { use ::mlsysim::__private as __m; #value }))
}

/// One error, and a value of whatever type the place wants.
pub(crate) fn failure(error: syn::Error) -> TokenStream {
    let error = error.into_compile_error();
    quote!({ #error ::mlsysim::__private::failed() })
}
