//! The macros of [`mlsysim`](https://docs.rs/mlsysim): `check!`, `q!`, `#[formula]` and `constants!`.
//! They are documented where `mlsysim` re-exports them.

mod callees;
mod check;
mod constants;
mod emitter;
mod formula;
mod quantity;
#[cfg(test)]
mod robustness;
mod tokens;
mod units;

use proc_macro::TokenStream;

#[allow(missing_docs)]
#[proc_macro]
pub fn check(input: TokenStream) -> TokenStream {
    check::expand(input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

#[allow(missing_docs)]
#[proc_macro]
pub fn q(input: TokenStream) -> TokenStream {
    quantity::expand(input.into())
        .unwrap_or_else(quantity::failure)
        .into()
}

#[allow(missing_docs)]
#[proc_macro_attribute]
pub fn formula(attribute: TokenStream, item: TokenStream) -> TokenStream {
    formula::expand(attribute.into(), item.into()).into()
}

#[allow(missing_docs)]
#[proc_macro]
pub fn constants(input: TokenStream) -> TokenStream {
    constants::expand(input.into()).into()
}

#[doc(hidden)]
#[proc_macro]
pub fn define_units(_: TokenStream) -> TokenStream {
    units::define::expand().into()
}
