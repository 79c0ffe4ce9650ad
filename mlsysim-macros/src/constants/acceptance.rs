//! `#[accept(source = "why")]`: findings of an audit that an author accepts.

use mlsysim_language::audit::Kind;
use proc_macro2::{Span, TokenTree};
use syn::{Error, LitStr};

use super::parse::{Attribute, Constant};

const ACCEPT: &str =
    "say which finding of `audit` is accepted, and why: `#[accept(source = \"why\")]`";

/// What is accepted of a constant, each with the reason.
pub(super) fn accepted(constant: &Constant) -> Result<Vec<(Kind, String)>, Error> {
    let mut all: Vec<(Kind, String)> = Vec::new();
    for attribute in &constant.acceptances {
        let (kind, why) = one(attribute)?;
        if all.iter().any(|(known, _)| *known == kind) {
            let twice = "this finding is accepted twice: one reason is enough";
            return Err(Error::new(attribute.name.span(), twice));
        }
        all.push((kind, why));
    }
    Ok(all)
}

fn one(attribute: &Attribute) -> Result<(Kind, String), Error> {
    let error = |span: Span| Error::new(span, ACCEPT);
    let tokens: Vec<TokenTree> = attribute.tokens.clone().into_iter().collect();
    let [TokenTree::Ident(word), TokenTree::Punct(sign), why] = tokens.as_slice() else {
        return Err(error(attribute.name.span()));
    };
    let Some(kind) = Kind::from_word(&word.to_string()) else {
        let message = format!(
            "`{word}` is no finding of `audit`; its findings are {}",
            Kind::list(&Kind::ALL)
        );
        return Err(Error::new(word.span(), message));
    };
    let text = syn::parse_str::<LitStr>(&why.to_string());
    let text = text.map_err(|_| error(why.span()))?.value();
    if sign.as_char() != '=' || text.trim().is_empty() || text.contains(char::is_control) {
        return Err(error(why.span()));
    }
    Ok((kind, text))
}
