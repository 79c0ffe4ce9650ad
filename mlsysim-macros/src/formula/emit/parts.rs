//! What a function and a method have alike: domains, equation, arguments, the name of a type.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::lower::{Formula, local};
use crate::emitter::{float, order};

/// Each argument held to its bounds, as a bare number.
pub(super) fn domains(formula: &Formula) -> TokenStream {
    let function = formula.name.to_string();
    let checks = formula.arguments.iter().flat_map(|argument| {
        let (bare, text) = (local(&argument.name), argument.name.to_string());
        let function = &function;
        argument.bounds.iter().map(move |(relation, bound)| {
            let bound = float(*bound);
            let relation = order(*relation);
            quote!(__m::domain(#bare, #relation, #bound, #text, #function);)
        })
    });
    checks.collect()
}

/// The equation as a part of the documentation; plain Rust has none.
pub(super) fn equation(formula: &Formula) -> Option<TokenStream> {
    formula.body.dimension_check.as_ref()?;
    let (name, text) = (&formula.name, equation_text(&formula.source_text));
    let text = format!("# Equation\n```text\n{name} = {text}\n```");
    Some(quote!(#[doc = ""] #[doc = #text]))
}

/// The arguments as the record lists them.
pub(super) fn arguments(formula: &Formula) -> TokenStream {
    let arguments = formula.arguments.iter().map(|argument| {
        let (text, symbol, quantity) = (
            argument.name.to_string(),
            &argument.symbol,
            type_name(&argument.quantity),
        );
        let domain: Vec<String> = argument
            .bounds
            .iter()
            .map(|(relation, bound)| format!("{} {bound}", relation.sign()))
            .collect();
        let domain = domain.join(", ");
        quote!(__m::Argument { name: #text, symbol: #symbol, quantity: #quantity, domain: #domain },)
    });
    arguments.collect()
}

/// The body as the author wrote it, without its braces and its indentation.
fn equation_text(source: &str) -> String {
    let inner = source.trim().trim_start_matches('{').trim_end_matches('}');
    inner
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n    ")
}

pub(super) fn type_name(quantity: &syn::Type) -> String {
    let text = quote!(#quantity).to_string().replace(' ', "");
    text.rsplit("::").next().unwrap_or(&text).to_owned()
}
