//! The sentence of a claim, with its values in it.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::Claim;
use super::error::Error;
use super::nearest::nearest;
use super::printed::Printed;
use crate::viz::markdown::in_any_font;

/// A claim's sentence with its values in it, as Markdown.
pub(super) fn sentence(claim: &Claim) -> Result<String, Error> {
    let mut filled = String::new();
    let mut rest = claim.record.sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(&named(claim, name.trim())?.text);
        rest = after;
    }
    filled.push_str(rest);
    Ok(one_line(&filled))
}

/// What a name in a sentence stands for.
fn named(claim: &Claim, name: &str) -> Result<Printed, Error> {
    if name.is_empty() {
        return Ok(Printed::statement(claim.statement));
    }
    if let Some((_, program)) = claim.record.named.iter().find(|(known, _)| *known == name) {
        return Ok(Printed::program(program));
    }
    let (root, index) = match name.split_once('[') {
        Some((root, index)) => (root, index.trim_end_matches(']').parse::<usize>().ok()),
        None => (name, None),
    };
    let statements = &claim.working.statements;
    let found = statements.iter().find(|statement| statement.name == root);
    let printed = found
        .map(Printed::statement)
        .and_then(|printed| match index {
            Some(index) => printed.rows.get(index).cloned(),
            None => Some(printed),
        });
    printed.ok_or_else(|| {
        let nearest = nearest(name, statements.iter().map(|statement| statement.name));
        Error::UnknownName {
            claim: claim.path(),
            name: name.to_string(),
            nearest: nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`")),
        }
    })
}

/// Markdown that its author wrote, on one line and in any font.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    in_any_font(&words.join(" "))
}
