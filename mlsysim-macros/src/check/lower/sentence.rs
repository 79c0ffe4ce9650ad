//! The rules of a claim's sentence.

use proc_macro2::{Span, TokenStream};
use syn::Result;

use super::super::parse::Claim;
use crate::expression::Expression;

/// The names in braces of a sentence; `{}` gives an empty one.
pub(super) fn names(sentence: &str) -> Vec<String> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.trim().to_owned())
        .collect()
}

/// A constant that the sentence names, with the span of the line that names it.
pub(super) fn place(claim: &Claim, outer: &str) -> Result<Expression> {
    let span = span(claim, |line| line.contains(&format!("{{{outer}}}")));
    let tokens: TokenStream = outer.parse().unwrap_or_default();
    let tokens = tokens.into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    match syn::parse2(tokens.collect()) {
        Ok(place @ Expression::Place(_)) => Ok(place),
        _ => Err(syn::Error::new(
            span,
            format!("the sentence has `{{{outer}}}`, which is no name of a value"),
        )),
    }
}

/// Where the first line of a sentence stands that is `wanted`, or else the first.
fn span(claim: &Claim, wanted: impl Fn(&str) -> bool) -> Span {
    let lines = &claim.sentence_lines;
    let found = lines.iter().find(|(line, _)| wanted(line));
    found
        .or(lines.first())
        .map_or(claim.name.span(), |line| line.1)
}

pub(super) fn check(claim: &Claim) -> Result<()> {
    if claim.sentence.is_empty() {
        let message = format!(
            "claim `{}` needs its sentence: `/// … {{}} …` above it",
            claim.name
        );
        return Err(syn::Error::new(claim.name.span(), message));
    }
    let opened = claim.sentence.matches('{').count();
    if opened != claim.sentence.matches('}').count() || opened != names(&claim.sentence).len() {
        let is_unbalanced = |line: &str| line.matches('{').count() != line.matches('}').count();
        return Err(syn::Error::new(
            span(claim, is_unbalanced),
            "the sentence has a brace without its partner",
        ));
    }
    let has_control = |line: &str| line.contains(|c: char| c.is_control());
    if has_control(&claim.sentence) {
        return Err(syn::Error::new(
            span(claim, has_control),
            "the sentence has a control character in it",
        ));
    }
    Ok(())
}
