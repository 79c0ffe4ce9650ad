//! Only `quote!`: the macros of the language once more, with the units of a book's own.

use mlsysim_language::units::own::OwnUnits;
use proc_macro2::TokenStream;
use quote::quote;

/// An import of all of them brings the units, wherever it stands and in whatever order.
pub(super) fn emit(units: &OwnUnits) -> TokenStream {
    let text = units.write();
    let with = quote!(::mlsysim::__private::with_units!);
    quote! {
        const _: () = {
            #[::mlsysim::__private::linkme::distributed_slice(::mlsysim::__private::OWN_UNITS)]
            #[linkme(crate = ::mlsysim::__private::linkme)]
            static UNITS: &str = #text;
        };
        #[allow(unused_macros)]
        macro_rules! __check { ($($tokens:tt)*) => { #with { check #text $($tokens)* } } }
        #[allow(unused_macros)]
        macro_rules! __constants { ($($tokens:tt)*) => { #with { constants #text $($tokens)* } } }
        #[allow(unused_macros)]
        macro_rules! __q { ($($tokens:tt)*) => { #with { q #text $($tokens)* } } }
        // What the book's `#[formula]` asks for the units.
        #[allow(unused_macros)]
        macro_rules! __own_units { ($name:ident $($tokens:tt)*) => { #with { $name #text $($tokens)* } } }
        #[allow(unused_imports)]
        pub(crate) use {
            __check as check, __constants as constants, __own_units as own_units, __q as q,
            ::mlsysim::__private::own_formula as formula,
        };
    }
}

/// After a mistake, so that it gives one error and not one for each use.
pub(super) fn failed(error: &TokenStream) -> TokenStream {
    quote! {
        #error
        #[allow(unused_macros)]
        macro_rules! __check { ($($tokens:tt)*) => {} }
        #[allow(unused_macros)]
        macro_rules! __q { ($($tokens:tt)*) => { ::mlsysim::__private::failed() } }
        #[allow(unused_macros)]
        macro_rules! __own_units {
            (formula $($tokens:tt)*) => { ::mlsysim::__private::with_units! { unread "" $($tokens)* } }
        }
        #[allow(unused_imports)]
        pub(crate) use {
            __check as check, __own_units as own_units, __q as q, ::mlsysim::constants,
            ::mlsysim::__private::own_formula as formula,
        };
    }
}
