//! Pieces of the code that is emitted.

use mlsysim_language::number::Number;
use mlsysim_language::operation::Order;
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use crate::tokens::Ends;

/// The order as the library names it.
pub(crate) fn order(order: Order) -> TokenStream {
    match order {
        Order::Less => quote!(__m::Order::Less),
        Order::AtMost => quote!(__m::Order::AtMost),
        Order::More => quote!(__m::Order::More),
        Order::AtLeast => quote!(__m::Order::AtLeast),
    }
}

/// A number in base units with its dimension, where it stands alone.
pub(crate) fn value_of(number: &Number) -> TokenStream {
    let value = float(number.base_value());
    let dimension = Literal::i64_unsuffixed(number.unit.dimension);
    quote!(__m::Dynamic { value: #value, dimension: #dimension })
}

/// The array of values; no name of the author's can be the same.
pub(super) fn array() -> Ident {
    Ident::new("slots", Span::mixed_site())
}

/// The block that a broken step leaves.
pub(super) fn label() -> TokenStream {
    let label = syn::Lifetime::new("'napkin", Span::mixed_site());
    quote!(#label)
}

/// The value in a slot.
pub(crate) fn at(slot: usize) -> TokenStream {
    let (slots, slot) = (array(), index(slot));
    quote!(__m::at(#slots, #slot))
}

pub(crate) fn index(slot: usize) -> Literal {
    Literal::usize_unsuffixed(slot)
}

pub(crate) fn float(value: f64) -> TokenTree {
    if value == f64::INFINITY {
        return TokenTree::Group(Group::new(Delimiter::None, quote!(f64::INFINITY)));
    }
    if value.is_sign_negative() {
        let magnitude = Literal::f64_unsuffixed(-value);
        return TokenTree::Group(Group::new(Delimiter::None, quote!(-#magnitude)));
    }
    TokenTree::Literal(Literal::f64_unsuffixed(value))
}

/// `__m::name(arguments)`, so that a panic inside points at the extent.
pub(crate) fn called(ends: Ends, name: TokenStream, arguments: TokenStream) -> TokenStream {
    let module = format_ident!("__m", span = ends.first);
    let name = name.into_iter().map(|mut token| {
        token.set_span(ends.first);
        token
    });
    let name: TokenStream = name.collect();
    let arguments = closed(arguments, ends.last);
    quote_spanned!(ends.first=> #module::#name #arguments)
}

pub(crate) fn closed(arguments: TokenStream, last: Span) -> TokenStream {
    let mut group = Group::new(Delimiter::Parenthesis, arguments);
    group.set_span(last);
    group.to_token_stream()
}
