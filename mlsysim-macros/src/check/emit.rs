//! Only `quote!`: a napkin to statics, consts and tests.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::lower::{Guard, Lowered, Napkin};
use crate::expression::called;

const STATEMENT_SEPARATOR: &str = "\u{1e}";

pub(super) fn emit(mut napkin: Napkin) -> TokenStream {
    let (setup, values, names) = values(&mut napkin);
    let claims: Vec<(usize, &Lowered)> = napkin
        .statements
        .iter()
        .enumerate()
        .filter(|(_, s)| s.is_claim)
        .collect();
    let Some(napkin_name) = &napkin.name else {
        return TokenStream::new();
    };
    let guards = napkin
        .statements
        .iter()
        .flat_map(|statement| &statement.guards)
        .map(|it| guard(napkin_name, it));
    let record: Vec<&str> = napkin
        .statements
        .iter()
        .map(|statement| statement.record.as_str())
        .collect();
    let record = record.join(STATEMENT_SEPARATOR);
    let formulas = &napkin.emitter.formulas;
    let tests = claims
        .iter()
        .map(|(index, claim)| tests(napkin_name, *index, claim));
    quote! {
        #[doc(hidden)]
        #[allow(non_upper_case_globals)]
        #[::mlsysim::__private::linkme::distributed_slice(::mlsysim::__private::NAPKINS)]
        #[linkme(crate = ::mlsysim::__private::linkme)]
        static #napkin_name: ::mlsysim::__private::Napkin = {
            use ::mlsysim::__private as __m;
            #(#guards)*
            #setup
            __m::Napkin {
                module: module_path!(),
                file: file!(),
                record: #record,
                values: #values,
                names: #names,
                formulas: &[#(#formulas),*],
            }
        };
        #(#tests)*
    }
}

/// Every value of the napkin, computed once; guards and trace both read it.
/// What must stand before it, the values, and the names of enums.
fn values(napkin: &mut Napkin) -> (TokenStream, TokenStream, TokenStream) {
    if napkin.names.is_empty() {
        let block = napkin.emitter.block(|slots| quote!(*#slots));
        return (TokenStream::new(), quote!(&#block), quote!(&[]));
    }
    let count = Literal::usize_unsuffixed(napkin.emitter.next());
    let names = &napkin.names;
    let name_count = Literal::usize_unsuffixed(names.len());
    let block = napkin
        .emitter
        .block(|slots| quote!((*#slots, [#(#names),*])));
    let both = quote! {
        const BOTH: &([__m::Dynamic; #count], [&str; #name_count]) = &#block;
    };
    (both, quote!(&BOTH.0), quote!(&BOTH.1))
}

/// Enforced by its own const, so that one build reports every broken claim.
fn guard(napkin: &Ident, guard: &Guard) -> TokenStream {
    let (function, arguments) = (format_ident!("{}", guard.function), &guard.arguments);
    let call = called(
        guard.extent,
        quote!(#function),
        quote!(&#napkin, #arguments),
    );
    quote!(const _: () = #call;)
}

fn tests(napkin: &Ident, index: usize, claim: &Lowered) -> TokenStream {
    let name = &claim.name;
    let index = Literal::usize_unsuffixed(index);
    // Spanned on the name, where rustc reports an id that stands twice in a chapter.
    quote_spanned! {name.span()=>
        mod #name {
            #[test]
            fn holds() {
                ::mlsysim::__private::holds(&super::#napkin, #index);
            }
            #[test]
            fn bites() {
                ::mlsysim::__private::bites(&super::#napkin, #index);
            }
        }
    }
}
