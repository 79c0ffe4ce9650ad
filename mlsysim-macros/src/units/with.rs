//! A macro of the language with the units of a book's own: `check "units" …`.

use mlsysim_language::units::own::OwnUnits;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;

/// What `units!` makes calls this.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let (name, units) = (input.next(), input.next());
    let units = units.and_then(|units| read(&units));
    let (Some(name), Some(units)) = (name, units) else {
        let message = "the units are damaged: build the book and `mlsysim` in the same version";
        return syn::Error::new(Span::call_site(), message).into_compile_error();
    };
    match &*name.to_string() {
        "check" => crate::check::expand(input.collect(), units)
            .unwrap_or_else(syn::Error::into_compile_error),
        "constants" => crate::constants::expand(input.collect(), units),
        "q" => {
            crate::quantity::expand(input.collect(), units).unwrap_or_else(crate::quantity::failure)
        }
        "formula" => {
            let attribute = match input.next() {
                Some(TokenTree::Group(group)) => group.stream(),
                _ => TokenStream::new(),
            };
            crate::formula::expand(attribute, input.collect(), units)
        }
        "unread" => crate::formula::unread(input.skip(1).collect()),
        other => {
            let message = format!("there is no macro `{other}` that takes units");
            syn::Error::new(name.span(), message).into_compile_error()
        }
    }
}

fn read(units: &TokenTree) -> Option<OwnUnits> {
    let text: syn::LitStr = syn::parse2(units.clone().into()).ok()?;
    OwnUnits::read(&text.value()).ok()
}

/// `#[formula]` of a book with units of its own: an attribute holds no units, so it asks the
/// macro that does.
pub(crate) fn formula(attribute: TokenStream, item: TokenStream) -> TokenStream {
    quote!(own_units! { formula { #attribute } #item })
}
