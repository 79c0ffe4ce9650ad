//! The rules of a formula, and every message about breaking them.

mod argument;
mod bare;
mod body;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Type};

use mlsysim_language::units::own::OwnUnits;

use self::argument::{Argument, apart_by_symbol, argument, no_quantity};
use self::body::{Body, Fault, opaque, settle};
use super::parse::{Function, Options};
use crate::tokens::Source;

pub(super) use self::argument::is_primitive;
pub(super) use self::bare::local;

pub(super) struct Formula {
    pub(super) head: TokenStream,
    pub(super) name: Ident,
    /// A method of a record, over the fields of `self`.
    pub(super) is_method: bool,
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: syn::Visibility,
    pub(super) documentation: String,
    /// The body as the author wrote it.
    pub(super) source_text: String,
    pub(super) symbol: String,
    pub(super) arguments: Vec<Argument>,
    pub(super) result: Type,
    pub(super) body: Body,
    /// What it takes from the record of a method: `self.field`, `self.method()`.
    pub(super) reads: Vec<String>,
}

pub(super) fn lower(function: Function, options: Options, own: OwnUnits) -> syn::Result<Formula> {
    let head = function.head();
    let source_text = if proc_macro::is_available() {
        function
            .body_span
            .unwrap()
            .source_text()
            .unwrap_or_default()
    } else {
        String::new()
    };
    if is_primitive(&function.result) {
        return Err(no_quantity(&function.result));
    }
    let arguments = function
        .parameters
        .into_iter()
        .map(argument)
        .collect::<syn::Result<Vec<_>>>()?;
    apart_by_symbol(&arguments)?;
    let reads = reads(function.body_tokens.clone());
    let body = match options.opaque {
        false => {
            let source = Source::with(function.body_tokens, own);
            settle(&source, function.is_method, &arguments, &function.result).map_err(
                |it| match it {
                    Fault::Language(error) if source.tokens.is_empty() => {
                        syn::Error::new(function.body_span, error.message)
                    }
                    Fault::Language(error) => source.error(&error),
                    Fault::Rust(error) => error,
                },
            )?
        }
        true => Body {
            computation: opaque(&arguments, &function.result, function.body_tokens),
            dimension_check: None,
            formulas: quote!(&[]),
            program: String::new(),
            numbers: Vec::new(),
        },
    };
    let documentation = documentation(&function.attributes);
    if documentation.trim().is_empty() {
        return Err(syn::Error::new(
            function.name.span(),
            "a formula needs a `///` line that says what it returns, and its source",
        ));
    }
    let symbol = match options.symbol {
        Some(symbol) => symbol.value(),
        None => format!(r"\text{{{}}}", function.name.to_string().replace('_', " ")),
    };
    Ok(Formula {
        head,
        name: function.name,
        is_method: function.is_method,
        attributes: function.attributes,
        visibility: function.visibility,
        documentation,
        source_text,
        symbol,
        arguments,
        result: function.result,
        body,
        reads,
    })
}

/// Every path that starts at `self`, in the order written.
fn reads(body: TokenStream) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut trees = body.into_iter().peekable();
    let is_dot = |tree: &TokenTree| matches!(tree, TokenTree::Punct(it) if it.as_char() == '.');
    while let Some(tree) = trees.next() {
        let mut inner = Vec::new();
        match tree {
            TokenTree::Group(group) => inner = reads(group.stream()),
            TokenTree::Ident(ident) if ident == "self" => {
                let mut path = "self".to_owned();
                while trees.next_if(is_dot).is_some() {
                    if let Some(TokenTree::Ident(field)) = trees.peek() {
                        path.push_str(&format!(".{field}"));
                        trees.next();
                    }
                }
                let is_call = |tree: &TokenTree| matches!(tree, TokenTree::Group(it) if it.delimiter() == Delimiter::Parenthesis);
                if trees.peek().is_some_and(is_call) {
                    path.push_str("()");
                }
                inner.push(path);
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        for path in inner {
            if !found.contains(&path) {
                found.push(path);
            }
        }
    }
    found
}

fn documentation(attributes: &[Attribute]) -> String {
    let lines = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(line),
                    ..
                }) => Some(line.value()),
                _ => None,
            },
            _ => None,
        });
    lines
        .map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}
