//! The rules of a claim's sentence.

use mlsysim_language::number::{Name, Number, join};
use mlsysim_language::parse::suggestion;
use mlsysim_language::steps::{Bound, Scope};
use mlsysim_language::token::Result;
use mlsysim_language::units::{self, Named};

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

/// Whether a number may be typed in the sentence.
pub(super) fn has_digit(claim: &Claim) -> bool {
    let has_digit = |line: &Name| line.text.bytes().any(|byte| byte.is_ascii_digit());
    claim.sentence.iter().any(has_digit)
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

/// A figure that is typed into the sentence must be one that the claim has, if it measures or counts
/// what the claim states.
pub(super) fn check_typed(claim: &Claim, figures: &[String], stated: &[&Number]) -> Result<()> {
    for line in &claim.sentence {
        let words: Vec<&str> = line.text.split_whitespace().collect();
        for (at, word) in words.iter().enumerate() {
            let unit = words.get(at + 1).copied().unwrap_or_default();
            let Some((typed, measured)) = typed_figure(word, unit) else {
                continue;
            };
            let is_alike = |number: &&&Number| {
                let noun = measured.and_then(|named| named.noun());
                let dimension = measured.map_or(0, |named| named.dimension());
                let nouns = &number.unit.nouns.above;
                dimension == number.unit.dimension && nouns.first().map(String::as_str) == noun
            };
            if stated.iter().any(|it| is_alike(&it)) && !figures.contains(&typed) {
                return Err(line.extent.error(format!(
                    "the sentence types `{typed}`, which is no figure of the claim: put the name of a value in braces"
                )));
            }
        }
    }
    Ok(())
}

/// "45%", "$3" or "1,024 GPUs" as a claim's figure reads; `None` for other words, such as "70B".
fn typed_figure(word: &str, next: &str) -> Option<(String, Option<Named>)> {
    let word = word.trim_start_matches(['(', '"', '~']);
    let is_last = word.ends_with(['.', ',', ';', ':', ')', '"']);
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '"', '?', '!']);
    let (dollar, number) = match word.strip_prefix('$') {
        Some(number) => ("$", number),
        None => ("", word),
    };
    let (number, sign) = match number.strip_suffix(['%', '×', 'x']) {
        Some(bare) if number.ends_with('%') => (bare, "%"),
        Some(bare) => (bare, "×"),
        None => (number, ""),
    };
    let glued = number.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'));
    let (number, next) = match glued.map(|at| number.split_at(at)) {
        // "80GB" is a figure, "70B" and "4K" are names.
        Some((digits, unit)) if sign.is_empty() && !digits.is_empty() && is_measure(unit) => {
            return units::find(unit).map(|named| {
                (
                    join(digits, &format!("{dollar}{}", named.symbol())),
                    Some(named),
                )
            });
        }
        _ => (number, next),
    };
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '.');
    if !is_number {
        return None;
    }
    let unit = next.trim_end_matches(|c: char| !c.is_alphanumeric());
    let symbol = units::find(unit).filter(|_| !is_last && sign.is_empty());
    match symbol.filter(|named| named.name != "one") {
        Some(named) => Some((
            join(number, &format!("{dollar}{}", named.symbol())),
            Some(named),
        )),
        // "70" may be a name, "1,024" is a figure.
        None if dollar.is_empty() && sign.is_empty() && !number.contains(',') => None,
        None => {
            let measured = (!dollar.is_empty()).then(|| units::find("USD")).flatten();
            Some((join(number, &format!("{dollar}{sign}")), measured))
        }
    }
}

/// A unit that is no single capital letter.
fn is_measure(unit: &str) -> bool {
    let is_capital = unit.len() == 1 && unit.starts_with(char::is_uppercase);
    !is_capital && units::find(unit).is_some_and(|named| !named.is_scale())
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
