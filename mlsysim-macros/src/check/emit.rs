//! Only `quote!`: a napkin to statics, consts and tests.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::lower::{Guard, Napkin};
use crate::emitter::{called, index};

pub(super) fn emit(mut napkin: Napkin) -> TokenStream {
    let (setup, values, names) = values(&mut napkin);
    let name = &napkin.name;
    let guards = napkin.guards.iter().map(|it| guard(name, it));
    let breaks = napkin.emitter.breaks(&quote!(#name.values));
    let record = std::mem::take(&mut napkin.record).finish();
    let formulas = &napkin.emitter.formulas;
    let known = napkin.emitter.list();
    let claims = napkin.claims.iter();
    let ids: Vec<Ident> = claims
        .map(|(_, claim, span)| Ident::new(claim, *span))
        .collect();
    let numbers = napkin
        .claims
        .iter()
        .map(|(statement, ..)| index(*statement));
    // Spanned on the id, where rustc reports one that stands twice.
    let modules = ids.iter().map(|id| {
        let span = id.span();
        quote_spanned!(span=> #[cfg(not(test))] mod #id {})
    });
    let file = napkin.source.file();
    let value = napkin.emitter.callees.scope(quote! {
        #(#guards)*
        const _: () = { #breaks };
        #setup
        __m::Napkin {
            module: module_path!(),
            file: #file,
            record: #record,
            known: #known,
            values: #values,
            names: #names,
            formulas: &[#(#formulas),*],
        }
    });
    quote! {
        #[doc(hidden)]
        #[allow(non_upper_case_globals)]
        static #name: ::mlsysim::__private::Napkin = {
            use ::mlsysim::__private as __m;
            #value
        };
        // Apart from the values, so that they do not go through another macro.
        const _: () = {
            #[::mlsysim::__private::linkme::distributed_slice(::mlsysim::__private::NAPKINS)]
            #[linkme(crate = ::mlsysim::__private::linkme)]
            static NAPKIN: &::mlsysim::__private::Napkin = &#name;
        };
        // An id that stands twice in a chapter is a module that stands twice.
        #(#modules)*
        #[cfg(test)]
        ::mlsysim::__tests! { #name #(#ids #numbers)* }
    }
}

/// Every value of the napkin, computed once; guards and trace both read it.
/// What must stand before it, the values, and the names of enums.
fn values(napkin: &mut Napkin) -> (TokenStream, TokenStream, TokenStream) {
    if napkin.names.is_empty() {
        let block = napkin.emitter.block(|_, slots| quote!(*#slots));
        return (TokenStream::new(), quote!(&#block), quote!(&[]));
    }
    let count = Literal::usize_unsuffixed(napkin.emitter.next());
    let names = &napkin.names;
    let name_count = Literal::usize_unsuffixed(names.len());
    let block = napkin
        .emitter
        .block(|_, slots| quote!((*#slots, [#(#names),*])));
    let both = quote! {
        const BOTH: &([__m::Dynamic; #count], [&str; #name_count]) = &#block;
    };
    (both, quote!(&BOTH.0), quote!(&BOTH.1))
}

/// Enforced by its own const, so that one build reports every broken claim.
fn guard(napkin: &Ident, guard: &Guard) -> TokenStream {
    let (function, arguments) = (format_ident!("{}", guard.function), &guard.arguments);
    let call = called(guard.ends, quote!(#function), quote!(&#napkin, #arguments));
    quote!(const _: () = #call;)
}
