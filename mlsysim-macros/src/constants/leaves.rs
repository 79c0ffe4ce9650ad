//! The figures of a constant, as they are found.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Error;

use super::expand::{Expander, span};
use super::figure;
use super::leaf::{At, Leaf, LeafKind, Reading};
use super::value::{Kind, Value};

impl<'a> Expander<'a> {
    /// An item of a list; `method(key, figure)` is what the record's method of that name gives.
    pub(super) fn item(
        &mut self,
        item: &'a Value,
        index: usize,
        at: &At,
    ) -> Result<Option<TokenStream>, Error> {
        let (method, arguments) = match &item.kind {
            Kind::Call { path, arguments } => match path.as_slice() {
                [TokenTree::Ident(name)] if name.to_string().starts_with(char::is_lowercase) => {
                    (name, arguments)
                }
                _ => return self.value(item, at.below(&format!("[{index}]"), None)),
            },
            _ => return self.value(item, at.below(&format!("[{index}]"), None)),
        };
        let figure = match arguments.as_slice() {
            [.., last] if is_figure(last) => last,
            _ => {
                return Err(Error::new(
                    span(item),
                    format!("the figure is the last argument: `{method}(…, q!(…))`"),
                ));
            }
        };
        let Some(owner) = &at.owner_place else {
            return Err(Error::new(
                span(item),
                "a list of calls belongs to a record, whose methods give its figures: write `Type { … }` for each item",
            ));
        };
        let keys: Vec<TokenStream> = arguments[..arguments.len() - 1]
            .iter()
            .map(|key| key.tokens.iter().cloned().collect())
            .collect();
        let written: Vec<String> = arguments[..arguments.len() - 1]
            .iter()
            .map(|key| figure::compact(&key.tokens))
            .collect();
        let call = format!(".{method}({})", written.join(", "));
        let called = |owner: &str| format!("{owner}{call}");
        let mut leaf = Leaf {
            kind: LeafKind::Figure,
            path: called(&at.owner),
            text: figure::compact(&figure.tokens),
            word: String::new(),
            unit: None,
            uses: Vec::new(),
        };
        if let Kind::Figure(group) = &figure.kind {
            leaf.text = figure::inner_text(group);
            leaf.unit = figure::unit(group, &self.page.own);
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            figure::constants(&tokens, &self.page.own, &mut leaf.uses);
        } else {
            figure::constants(&figure.tokens, &self.page.own, &mut leaf.uses);
        }
        if let Some(origin) = &at.origin {
            leaf.text = called(&origin.owner);
            leaf.uses = vec![leaf.text.clone()];
        }
        self.leaves.push(leaf);
        self.readings
            .push(Reading::Figure(quote!(#owner.#method(#(#keys),*))));
        Ok(None)
    }

    pub(super) fn leaf(&self, kind: LeafKind, at: &At, text: String) -> Leaf {
        let (taken, uses) = match &at.origin {
            Some(origin) => (origin.path.clone(), vec![origin.path.clone()]),
            None => (text.clone(), Vec::new()),
        };
        Leaf {
            kind,
            path: at.path.clone(),
            text: taken,
            word: text,
            unit: None,
            uses,
        }
    }

    pub(super) fn bind(
        &mut self,
        value: &Value,
        leaf: Leaf,
        reading: impl FnOnce(TokenStream) -> Reading,
    ) -> Option<TokenStream> {
        let span = span(value).resolved_at(Span::mixed_site());
        let name = format_ident!("figure_{}", self.leaves.len(), span = span);
        self.leaves.push(leaf);
        self.readings.push(reading(quote!(#name)));
        Some(quote!(#name))
    }

    /// A value that stands elsewhere, or that Rust computes.
    pub(super) fn alias(&mut self, value: &Value, at: &At) -> Option<TokenStream> {
        let text = match &value.kind {
            Kind::Name(_) | Kind::Place { .. } => figure::compact(&value.tokens),
            _ => figure::text(&value.tokens),
        };
        let mut leaf = self.leaf(LeafKind::Either, at, text);
        if at.origin.is_none() {
            figure::constants(&value.tokens, &self.page.own, &mut leaf.uses);
        }
        self.bind(value, leaf, Reading::Alias)
    }

    pub(super) fn word(
        &mut self,
        kind: LeafKind,
        value: &Value,
        at: &At,
    ) -> Result<Option<TokenStream>, Error> {
        self.leaves.push(Leaf {
            kind,
            path: at.path.clone(),
            text: figure::word(&value.tokens),
            word: String::new(),
            unit: None,
            uses: Vec::new(),
        });
        Ok(None)
    }
}

/// `q!(…)`, or a constant.
fn is_figure(value: &Value) -> bool {
    match &value.kind {
        Kind::Figure(_) | Kind::Place { .. } => true,
        Kind::Name(path) => path.last().is_some_and(figure::is_capital),
        _ => false,
    }
}
