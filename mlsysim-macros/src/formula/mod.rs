//! `#[formula]`: a law of the book, which both computes and typesets.

mod emit;
mod lower;
mod parse;

use mlsysim_language::units::own::OwnUnits;
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn expand(attribute: TokenStream, item: TokenStream, own: OwnUnits) -> TokenStream {
    let parsed = match syn::parse2::<parse::Function>(item) {
        Ok(parsed) => parsed,
        Err(error) => return error.into_compile_error(),
    };
    // No placeholder can stand for a result that is no quantity.
    let head = (!lower::is_primitive(&parsed.result)).then(|| parsed.head());
    let formula = syn::parse2(attribute).and_then(|options| lower::lower(parsed, options, own));
    match formula {
        Ok(formula) => emit::emit(&formula),
        Err(error) => {
            // The function stays, so that a mistake gives one error and not one for each use.
            let error = error.into_compile_error();
            let function = head.map(placeholder);
            quote!(#error #function)
        }
    }
}

/// A formula whose units are in error: it has its type, and nothing is said of its body.
pub(crate) fn unread(item: TokenStream) -> TokenStream {
    match syn::parse2::<parse::Function>(item) {
        Ok(parsed) => placeholder(parsed.head()),
        Err(error) => error.into_compile_error(),
    }
}

fn placeholder(head: TokenStream) -> TokenStream {
    quote!(#head { ::mlsysim::__private::failed() })
}
