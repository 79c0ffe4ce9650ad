//! `check!`: a napkin of working and claims.

mod attributes;
mod emit;
mod lower;
mod parse;

use mlsysim_language::token::Error;
use mlsysim_language::units::own::OwnUnits;
use proc_macro2::TokenStream;
use syn::Result;

use crate::tokens::Source;

pub(crate) fn expand(input: TokenStream, own: OwnUnits) -> Result<TokenStream> {
    let source = Source::with(input, own);
    let statements = parse::block(&mut source.parser());
    let statements = statements.map_err(|errors| all(&source, errors))?;
    let napkin = lower::lower(&source, statements).map_err(|errors| all(&source, errors))?;
    Ok(emit::emit(napkin))
}

/// Every mistake of the block.
fn all(source: &Source, errors: Vec<Error>) -> syn::Error {
    let mut errors = errors.iter().map(|error| source.error(error));
    let first = errors.next().unwrap_or_else(|| {
        syn::Error::new(
            proc_macro2::Span::call_site(),
            "a `check!` block needs at least one claim, such as `id: expression ~= 5 h;`",
        )
    });
    errors.fold(first, |mut all, error| {
        all.combine(error);
        all
    })
}
