//! The macros of [`mlsysim`](https://docs.rs/mlsysim): `check!`, `q!`, `#[formula]`, `constants!` and `units!`.
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

use mlsysim_language::units::own::OwnUnits;
use proc_macro::TokenStream;

#[allow(missing_docs)]
#[proc_macro]
pub fn check(input: TokenStream) -> TokenStream {
    check::expand(input.into(), OwnUnits::default())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

#[allow(missing_docs)]
#[proc_macro]
pub fn q(input: TokenStream) -> TokenStream {
    quantity::expand(input.into(), OwnUnits::default())
        .unwrap_or_else(quantity::failure)
        .into()
}

#[allow(missing_docs)]
#[proc_macro_attribute]
pub fn formula(attribute: TokenStream, item: TokenStream) -> TokenStream {
    formula::expand(attribute.into(), item.into(), OwnUnits::default()).into()
}

#[allow(missing_docs)]
#[proc_macro]
pub fn constants(input: TokenStream) -> TokenStream {
    constants::expand(input.into(), OwnUnits::default()).into()
}

#[allow(missing_docs)]
#[proc_macro]
pub fn units(input: TokenStream) -> TokenStream {
    units::expand(input.into()).into()
}

#[doc(hidden)]
#[proc_macro]
pub fn with_units(input: TokenStream) -> TokenStream {
    units::with::expand(input.into()).into()
}

#[doc(hidden)]
#[proc_macro_attribute]
pub fn own_formula(attribute: TokenStream, item: TokenStream) -> TokenStream {
    units::with::formula(attribute.into(), item.into()).into()
}

#[doc(hidden)]
#[proc_macro]
pub fn define_units(_: TokenStream) -> TokenStream {
    units::define::expand().into()
}
