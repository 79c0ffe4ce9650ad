//! Only `quote!`: the items as they are, and the record of the page.

use mlsysim_language::record::Writer;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::figure;
use super::leaf::{Leaf, LeafKind, Reading};
use super::lower::{Lowered, run_on, unended};
use super::origin::{Origin, is_all};
use super::parse::{Constant, Item, Page};
use crate::tokens::line;

/// The items, without `#[source(…)]` and with `all!()` filled in.
pub(super) fn items(page: &Page) -> TokenStream {
    let mut items = TokenStream::new();
    for item in &page.items {
        match item {
            Item::Other(other) if unended(other).is_some() => {
                // With its `;` it adds no error of rustc's to ours; without a value it would.
                if !matches!(other.tokens.last(), Some(TokenTree::Punct(end)) if end.as_char() == ';')
                {
                    items.extend(ended(&other.tokens));
                }
            }
            Item::Other(other) => items.extend(other.tokens.iter().cloned()),
            Item::Constant(constant) => {
                let (head, type_) = (&constant.head, &constant.type_);
                let (keyword, name) = (&constant.keyword, &constant.name);
                let (value, next) = match run_on(constant) {
                    None => (value(page, constant), TokenStream::new()),
                    Some(at) => {
                        let (value, next) = constant.value.tokens.split_at(at);
                        (quote!(#(#value)*), ended(next))
                    }
                };
                items.extend(quote!(#(#head)* #keyword #name: #(#type_)* = #value; #next));
            }
        }
    }
    items
}

/// Tokens and the `;` that they lack.
fn ended(tokens: &[TokenTree]) -> TokenStream {
    items(&Page::read(quote!(#(#tokens)* ;)))
}

fn value(page: &Page, constant: &Constant) -> TokenStream {
    if !is_all(&constant.value) {
        return constant.value.tokens.iter().cloned().collect();
    }
    let type_ = figure::compact(&constant.type_);
    let all = page.constants().filter(|one| {
        let one_type = figure::compact(&one.type_);
        one.is_public && type_ == format!("&[&{one_type}]")
    });
    let names = all.map(|one| &one.name);
    quote!(&[#(&#names),*])
}

/// The sources, so that what they name counts as used beside an error.
pub(super) fn sources(page: &Page) -> TokenStream {
    let sources = page.constants().flat_map(|constant| &constant.sources);
    let sources = sources.map(|source| &source.tokens);
    quote!(const _: () = { #(let _ = { #sources };)* };)
}

pub(super) fn record(constants: &[Lowered]) -> TokenStream {
    if constants.is_empty() {
        return TokenStream::new();
    }
    let mut writer = Writer::default();
    writer.list(constants, write);
    let record = writer.finish();
    let lines = constants
        .iter()
        .map(|constant| u32::try_from(line(constant.name.span())).unwrap_or(u32::MAX));
    let page = Ident::new("page", Span::mixed_site());
    let readings = constants.iter().map(|constant| reading(&page, constant));
    // The page stands apart: linkme passes its item on from macro to macro.
    quote! {
        #[allow(irrefutable_let_patterns, unused_variables, non_upper_case_globals)]
        const _: () = {
            fn __mlsysim_read(#page: &mut ::mlsysim::__private::Reading) { #(#readings)* }
            const __mlsysim_constants: ::mlsysim::__private::Page = ::mlsysim::__private::Page {
                module: module_path!(),
                file: file!(),
                lines: &[#(#lines),*],
                record: #record,
                read: __mlsysim_read,
            };
            #[::mlsysim::__private::linkme::distributed_slice(::mlsysim::__private::CONSTANTS)]
            #[linkme(crate = ::mlsysim::__private::linkme)]
            static __mlsysim_page: ::mlsysim::__private::Page = __mlsysim_constants;
        };
    }
}

fn write(writer: &mut Writer, constant: &Lowered) {
    writer
        .field(&constant.name.to_string())
        .field(&constant.type_)
        .field(&constant.doc)
        .optional(constant.title.as_deref())
        .field(if constant.is_public {
            "public"
        } else {
            "private"
        })
        .field(match constant.source {
            Origin::Attribute(_) | Origin::Field => "sourced",
            Origin::Parts => "part",
        })
        .list(&constant.accepted, |writer, (kind, why)| {
            writer.field(kind.word()).field(why);
        })
        .list(&constant.leaves, leaf);
}

fn leaf(writer: &mut Writer, leaf: &Leaf) {
    writer
        .field(match leaf.kind {
            LeafKind::Figure => "figure",
            LeafKind::Either => "either",
            LeafKind::Word => "word",
            LeafKind::Missing => "missing",
            LeafKind::Link => "link",
        })
        .field(&leaf.path)
        .field(&leaf.text)
        .field(&leaf.word)
        .optional(leaf.unit.as_deref())
        .list(&leaf.uses, |writer, name| {
            writer.field(name);
        });
}

fn reading(page: &Ident, constant: &Lowered) -> TokenStream {
    let name = &constant.name;
    let source = match &constant.source {
        Origin::Attribute(source) => {
            let span = source
                .clone()
                .into_iter()
                .next()
                .map_or(name.span(), |it| it.span());
            let origin = Ident::new("SOURCE", span.resolved_at(Span::mixed_site()));
            quote! {{
                const #origin: ::mlsysim::core::constants::Source = #source;
                #page.source(#origin);
            }}
        }
        Origin::Field => quote!(#page.source(#name.source);),
        Origin::Parts => TokenStream::new(),
    };
    let readings = constant.readings.iter().map(|reading| read(page, reading));
    match &constant.pattern {
        Some(pattern) => quote!(#source if let #pattern = #name { #(#readings)* }),
        None => quote!(#source #(#readings)*),
    }
}

fn read(page: &Ident, reading: &Reading) -> TokenStream {
    match reading {
        Reading::Figure(value) => quote!(#page.figure(#value);),
        // Called by its trait, so that an error names nothing else of ours.
        Reading::Alias(value) => quote! {{
            let read = ::mlsysim::__private::Readable::readable(#value);
            #page.read(read);
        }},
        Reading::Either(value) => quote! {{
            use ::mlsysim::__private::{NoQuantity as _, Quantity as _};
            let read = (&::mlsysim::__private::Probe(#value)).read();
            #page.read(read);
        }},
    }
}
