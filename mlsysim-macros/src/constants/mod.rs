//! `constants!`: a page of constants, and one record of every figure on it.
//!
//! The items pass through as they are. From their tokens alone come paths, expressions and units;
//! the values are read from the constants themselves, by patterns that mirror the literals.

mod acceptance;
mod emit;
mod expand;
mod figure;
mod leaf;
mod leaves;
mod lower;
mod origin;
mod parse;
#[cfg(test)]
mod tests;
mod value;

use mlsysim_language::units::own::OwnUnits;
use proc_macro2::TokenStream;

pub(crate) fn expand(input: TokenStream, own: OwnUnits) -> TokenStream {
    let page = parse::Page {
        own,
        ..parse::Page::read(input)
    };
    let (lowered, errors) = lower::lower(&page);
    let items = emit::items(&page);
    match errors {
        None => {
            let record = emit::record(&lowered);
            quote::quote!(#items #record)
        }
        // The items stay, so that a mistake gives one error and not one for each use.
        Some(errors) => {
            let errors = errors.into_compile_error();
            let sources = emit::sources(&page);
            quote::quote!(#items #sources #errors)
        }
    }
}
