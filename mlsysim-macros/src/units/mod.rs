//! Units: what their table becomes in Rust, and `units!`, by which a book defines its own.

pub(crate) mod define;
mod emit;
mod lower;
mod parse;
#[cfg(test)]
mod tests;
pub(crate) mod with;

use proc_macro2::TokenStream;

use crate::tokens::Source;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let source = Source::new(input);
    match lower::lower(&source) {
        Ok(units) => emit::emit(&units),
        Err(errors) => emit::failed(&errors.into_compile_error()),
    }
}
