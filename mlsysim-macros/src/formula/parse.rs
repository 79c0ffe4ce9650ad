//! The syntax of a formula, nothing else.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Result, Token, Type, Visibility, braced, parenthesized};

pub(super) struct Function {
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: Visibility,
    pub(super) name: Ident,
    /// A method of a record: it takes `&self`.
    pub(super) is_method: bool,
    pub(super) parameters: Vec<Parameter>,
    pub(super) result: Type,
    pub(super) body_tokens: TokenStream,
    pub(super) body_span: Span,
}

pub(super) struct Parameter {
    pub(super) attributes: Vec<Attribute>,
    pub(super) name: Ident,
    pub(super) quantity: Type,
}

/// `#[formula(symbol = r"T_{\text{train}}")]`
#[derive(Default)]
pub(super) struct Options {
    pub(super) symbol: Option<LitStr>,
    /// The body is any Rust: it computes, and has no equation.
    pub(super) opaque: bool,
}

impl Parse for Function {
    fn parse(input: ParseStream) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        if !input.peek(Token![const]) {
            return Err(input.error("a formula is a `const fn`"));
        }
        input.parse::<Token![const]>()?;
        input
            .parse::<Token![fn]>()
            .map_err(|error| syn::Error::new(error.span(), "a formula is a `const fn`"))?;
        let name: Ident = input.parse()?;
        if input.peek(Token![<]) {
            return Err(input.error("a formula has no generic parameters"));
        }
        let content;
        parenthesized!(content in input);
        let is_method = receiver(&content)?;
        let parameters = content
            .parse_terminated(Parameter::parse, Token![,])?
            .into_iter()
            .collect();
        if !input.peek(Token![->]) {
            return Err(syn::Error::new(
                name.span(),
                "a formula returns a quantity: add `-> Time` or another",
            ));
        }
        input.parse::<Token![->]>()?;
        let result = input.parse()?;
        let body;
        let brace = braced!(body in input);
        let body_span = brace.span.join();
        let body_tokens = body.parse()?;
        Ok(Function {
            attributes,
            visibility,
            name,
            is_method,
            parameters,
            result,
            body_tokens,
            body_span,
        })
    }
}

/// `&self` and its comma, if the function is a method.
fn receiver(input: ParseStream) -> Result<bool> {
    let after_reference = |token: fn(ParseStream) -> bool| {
        let ahead = input.fork();
        ahead.parse::<Token![&]>().is_ok() && token(&ahead)
    };
    if after_reference(|ahead| ahead.peek(Token![self]) && !ahead.peek2(Token![:])) {
        input.parse::<Token![&]>()?;
        input.parse::<Token![self]>()?;
        input.parse::<Option<Token![,]>>()?;
        return Ok(true);
    }
    let is_changed = after_reference(|ahead| ahead.peek(Token![mut]) && ahead.peek2(Token![self]));
    let is_other = input.peek(Token![self])
        || input.peek(Token![mut]) && input.peek2(Token![self])
        || after_reference(|ahead| ahead.peek(syn::Lifetime) && ahead.peek2(Token![self]));
    match is_changed || is_other {
        true => Err(input.error("a formula over a record only reads it: write `&self`")),
        false => Ok(false),
    }
}

impl Parse for Parameter {
    fn parse(input: ParseStream) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        if input.peek(Token![self]) || input.peek(Token![&]) {
            return Err(input.error("every argument of a formula is a quantity"));
        }
        let name = input.parse()?;
        input.parse::<Token![:]>()?;
        Ok(Parameter {
            attributes,
            name,
            quantity: input.parse()?,
        })
    }
}

impl Parse for Options {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut options = Options::default();
        while !input.is_empty() {
            let name: Ident = input.parse()?;
            if name == "opaque" {
                options.opaque = true;
            } else if name == "symbol" && options.symbol.is_none() {
                input.parse::<Token![=]>()?;
                options.symbol = Some(input.parse()?);
            } else {
                return Err(syn::Error::new(
                    name.span(),
                    "`#[formula]` takes one `symbol = \"…\"`, and `opaque` for a body in plain Rust",
                ));
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(options)
    }
}

impl Function {
    /// The function without its body, for a placeholder after an error.
    pub(super) fn head(&self) -> TokenStream {
        let (visibility, name, result) = (&self.visibility, &self.name, &self.result);
        let parameters = self
            .parameters
            .iter()
            .map(|Parameter { name, quantity, .. }| quote!(#name: #quantity));
        let receiver = self.is_method.then(|| quote!(&self,));
        quote!(#[allow(unused_variables, missing_docs)] #visibility const fn #name(#receiver #(#parameters),*) -> #result)
    }
}
