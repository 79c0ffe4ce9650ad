//! The rules of a claim's sentence.

use mlsysim_language::number::{Name, Number};
use mlsysim_language::parse::suggestion;
use mlsysim_language::prose::{Quantity, quantities_with};
use mlsysim_language::steps::{Bound, Scope};
use mlsysim_language::token::Result;
use mlsysim_language::units::own::OwnUnits;

use super::super::parse::Claim;

/// The sentence in one line.
pub(super) fn text(claim: &Claim) -> String {
    let lines: Vec<&str> = claim.sentence.iter().map(|line| line.text.trim()).collect();
    lines.join(" ").trim().to_owned()
}

/// The names in braces, each with the line that it stands in; `{}` gives an empty one.
pub(super) fn names(claim: &Claim) -> Vec<Name> {
    let in_line = |line: &Name| {
        let pieces = line.text.split('{').skip(1);
        let names = pieces.filter_map(|rest| rest.split_once('}'));
        names
            .map(|(name, _)| Name {
                text: name.trim().to_owned(),
                extent: line.extent,
            })
            .collect::<Vec<_>>()
    };
    claim.sentence.iter().flat_map(in_line).collect()
}

pub(super) fn check(claim: &Claim) -> Result<()> {
    if text(claim).is_empty() {
        return Err(claim.name.extent.error(format!(
            "claim `{}` needs its sentence: `/// … {{}} …` above it",
            claim.name.text
        )));
    }
    for line in &claim.sentence {
        if !is_balanced(&line.text) {
            return Err(line
                .extent
                .error("the sentence has a brace without its partner"));
        }
    }
    Ok(())
}

fn is_balanced(line: &str) -> bool {
    let mut is_open = false;
    for byte in line.bytes() {
        match byte {
            b'{' | b'}' if is_open == (byte == b'{') => return false,
            b'{' | b'}' => is_open = !is_open,
            _ => {}
        }
    }
    !is_open
}

/// The sentence says what is stated: `{}`, the claim's own name, or one of `others`, the names in
/// a comparison.
pub(super) fn check_figure(claim: &Claim, others: &[String]) -> Result<()> {
    let is_figure = |name: &Name| {
        name.text.is_empty() || name.text == claim.name.text || others.contains(&name.text)
    };
    if names(claim).iter().any(is_figure) {
        return Ok(());
    }
    let first = claim
        .sentence
        .first()
        .map_or(claim.name.extent, |line| line.extent);
    Err(first.error(format!(
        "the sentence does not say its figure: put `{{}}` or `{{{}}}` where the book prints it",
        claim.name.text
    )))
}

/// A figure that is typed into the sentence could be any: it must be one that the block has.
pub(super) fn check_typed(claim: &Claim, written: &[Number], own: &OwnUnits) -> Result<()> {
    for line in &claim.sentence {
        for Quantity { number, range } in quantities_with(&line.text, own) {
            // A bare number may count or date anything, "1,024" does not.
            let is_figure = !number.unit.text.is_empty() || line.text[range].contains(',');
            if is_figure && !written.iter().any(|other| number.is_same_quantity(other)) {
                return Err(line.extent.error(format!(
                    "the sentence types `{}`, which no line of the block has: put the name of a value in braces",
                    number.full_text()
                )));
            }
        }
    }
    Ok(())
}

/// `{list[2]}` must be an element.
pub(super) fn check_index(name: &Name, root: &str, scope: &Scope) -> Result<()> {
    let Some((_, index)) = name.text.split_once('[') else {
        return Ok(());
    };
    let count = match scope.find(root) {
        Some(Bound::Statement(values)) => values.slots.len(),
        _ => return Ok(()),
    };
    let index = index
        .strip_suffix(']')
        .and_then(|index| index.parse::<usize>().ok());
    match index {
        Some(index) if index < count => Ok(()),
        _ => Err(name.extent.error(format!(
            "the sentence has `{{{}}}`, and `{root}` has {count} value{}; the first is `[0]`",
            name.text,
            if count == 1 { "" } else { "s" }
        ))),
    }
}

/// A name that is no value of the block is a constant's path, or a mistake.
pub(super) fn check_constant(name: &Name, scope: &Scope) -> Result<()> {
    let text = &name.text;
    let is_path = text
        .split(['.', ':', '[', ']'])
        .all(|part| part.chars().all(|c| c.is_alphanumeric() || c == '_'));
    let starts = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    if !is_path || !starts {
        return Err(name.extent.error(format!(
            "the sentence has `{{{text}}}`, which is no name of a value"
        )));
    }
    let is_single = !text.contains(['.', ':']);
    if is_single && !text.contains(|c: char| c.is_uppercase()) {
        let near = suggestion(text, scope.names());
        return Err(name.extent.error(format!(
            "the sentence has `{{{text}}}`, and no `let` or claim is called so{near}"
        )));
    }
    Ok(())
}
