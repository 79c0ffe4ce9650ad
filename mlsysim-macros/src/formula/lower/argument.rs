//! The arguments of a formula: quantities with a symbol and a domain.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Expr, ExprLit, Lit, Meta, Type};

use mlsysim_language::expression::Expression;
use mlsysim_language::operation::{Comparison, Order};
use mlsysim_language::parse::Parser;
use mlsysim_language::token;

use super::super::parse::Parameter;
use crate::tokens::Source;

pub(in super::super) struct Argument {
    pub(in super::super) name: Ident,
    pub(in super::super) quantity: Type,
    pub(in super::super) symbol: String,
    pub(in super::super) bounds: Vec<(Order, f64)>,
}

/// Rust's own types, which carry no dimension; a formula that takes one would drop its unit.
pub(in super::super) fn is_primitive(quantity: &Type) -> bool {
    const PRIMITIVES: [&str; 16] = [
        "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
        "u128", "usize", "bool", "str",
    ];
    let text = quantity.to_token_stream().to_string();
    let last = text.rsplit(['&', ' ']).next().unwrap_or_default();
    PRIMITIVES.contains(&last)
}

pub(super) fn no_quantity(quantity: &Type) -> syn::Error {
    syn::Error::new_spanned(
        quantity,
        "every argument of a formula and its result is a quantity: `Count` or `Ratio` for a plain number",
    )
}

/// In an equation two arguments of one symbol are one.
pub(super) fn apart_by_symbol(arguments: &[Argument]) -> syn::Result<()> {
    for (number, argument) in arguments.iter().enumerate() {
        let mut before = arguments[..number].iter();
        if let Some(other) = before.find(|other| other.symbol == argument.symbol) {
            return Err(syn::Error::new(
                argument.name.span(),
                format!(
                    "`{}` has the symbol `{}` of `{}`: the equation would not tell them apart",
                    argument.name, argument.symbol, other.name
                ),
            ));
        }
    }
    Ok(())
}

pub(super) fn argument(parameter: Parameter) -> syn::Result<Argument> {
    if is_primitive(&parameter.quantity) {
        return Err(no_quantity(&parameter.quantity));
    }
    let mut symbol = None;
    let mut bounds = None;
    for attribute in &parameter.attributes {
        let is_twice = match attribute.path().is_ident("domain") {
            true => bounds.is_some(),
            false => symbol.is_some(),
        };
        match &attribute.meta {
            _ if is_twice => {
                return Err(syn::Error::new_spanned(
                    attribute,
                    "an argument has one symbol and one domain: `#[domain(> 0, <= 1)]`",
                ));
            }
            Meta::NameValue(meta) if meta.path.is_ident("symbol") => {
                let Expr::Lit(ExprLit {
                    lit: Lit::Str(text),
                    ..
                }) = &meta.value
                else {
                    return Err(syn::Error::new_spanned(
                        &meta.value,
                        "a symbol is LaTeX text: `#[symbol = r\"\\eta\"]`",
                    ));
                };
                symbol = Some(text.value());
            }
            Meta::List(list) if list.path.is_ident("domain") => {
                let source = Source::new(list.tokens.clone());
                let domain = domain(&mut source.parser());
                bounds = Some(domain.map_err(|error| match source.tokens.is_empty() {
                    true => syn::Error::new_spanned(list, &error.message),
                    false => source.error(&error),
                })?);
            }
            other => {
                return Err(syn::Error::new_spanned(
                    other,
                    "an argument takes `#[symbol = \"…\"]` and `#[domain(> 0, <= 1)]`",
                ));
            }
        }
    }
    let in_words = || format!(r"\text{{{}}}", parameter.name.to_string().replace('_', " "));
    Ok(Argument {
        symbol: symbol.unwrap_or_else(in_words),
        bounds: bounds.unwrap_or_default(),
        name: parameter.name,
        quantity: parameter.quantity,
    })
}

/// `> 0, <= 1`
fn domain(parser: &mut Parser) -> token::Result<Vec<(Order, f64)>> {
    let mut bounds: Vec<(Order, f64)> = Vec::new();
    loop {
        let start = parser.here();
        let Some(order) = parser.order() else {
            return Err(parser.error("a domain is a list of bounds: `#[domain(> 0, <= 1)]`"));
        };
        match parser.expression()? {
            Expression::Number(number)
                if number.unit.dimension == 0 && number.unit.unknown.is_none() =>
            {
                let bound = (order, number.base_value());
                for other in &bounds {
                    let message = match (is_upper(other.0), is_upper(order)) {
                        (false, true) if other.1 < bound.1 => continue,
                        (true, false) if bound.1 < other.1 => continue,
                        (false, true) | (true, false) => "no number lies within these bounds",
                        (true, true) | (false, false) => "a domain has one bound on each side",
                    };
                    return Err(start.to(number.extent).error(message));
                }
                bounds.push(bound);
            }
            other => {
                return Err(other
                    .extent()
                    .error("a bound of a domain is a number in base units"));
            }
        }
        if parser.take_sign(token::Sign::Comma).is_none() {
            break;
        }
    }
    parser.finish()?;
    Ok(bounds)
}

fn is_upper(order: Order) -> bool {
    Comparison::Ordered(order).is_upper_bound()
}
