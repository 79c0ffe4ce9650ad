//! The text that a statement leaves for the trace; `mlsysim::claims::napkin` reads it.

use syn::Ident;

use super::super::parse::Claim;
use super::Draft;
use crate::expression::{Number, Shape, Slots};

const FIELD: &str = "\u{1f}";
const ITEM: &str = "\u{1d}";
pub(super) const PART: char = '\u{1b}';

pub(super) fn of_let(name: &Ident, start: usize, shape: Shape, rows: &[Slots]) -> String {
    head("let", name, start, "", shape, rows)
}

pub(super) fn of_claim(
    claim: &Claim,
    start: usize,
    draft: &Draft,
    published: Option<&str>,
    named: &[(String, String)],
) -> String {
    let loose = claim.loose.as_ref().map(syn::LitStr::value);
    let named: Vec<String> = named
        .iter()
        .map(|(name, program)| format!("{name}{PART}{program}"))
        .collect();
    let fields = [
        head(
            "claim",
            &claim.name,
            start,
            &claim.sentence,
            draft.shape,
            &draft.rows,
        ),
        draft.rules.join(ITEM),
        loose.unwrap_or_default(),
        published.unwrap_or_default().to_owned(),
        named.join(ITEM),
    ];
    fields.join(FIELD)
}

fn head(
    kind: &str,
    name: &Ident,
    start: usize,
    sentence: &str,
    shape: Shape,
    rows: &[Slots],
) -> String {
    let line = if proc_macro::is_available() {
        name.span().unwrap().line()
    } else {
        0
    };
    let shape = match shape {
        Shape::One => "one",
        Shape::List => "list",
        Shape::Range => "range",
    };
    let programs: Vec<&str> = rows.iter().map(|row| row.program.as_str()).collect();
    let fields = [
        kind,
        &name.to_string(),
        &line.to_string(),
        &start.to_string(),
        sentence,
        shape,
        &programs.join(ITEM),
    ];
    fields.join(FIELD)
}

/// A number's unit as the record has it: `$` first where it stands before the number.
pub(super) fn unit(number: &Number) -> String {
    let dollar = if number.unit.dollar { "$" } else { "" };
    format!("{dollar}{}", number.unit.text)
}
