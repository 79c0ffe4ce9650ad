//! Quantities in running text: `at 2.5 kW, on 1,024 GPUs`.

use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use crate::expression::Expression;
use crate::lex::lex;
use crate::number::Number;
use crate::parse::Parser;
use crate::token::Kind;
use crate::units::find;
use crate::units::own::{NONE, OwnUnits};

/// A quantity with the bytes that it stands on.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// What it says.
    pub number: Number,
    /// Where it stands in the text.
    pub range: Range<usize>,
}

/// Words after a number that may belong to it: `3 million USD`, `90 kg CO2`.
const MOST_WORDS: usize = 2;

/// The quantities of a text, each with as much of its unit as is known.
///
/// A number in a name is none: `H100`, `GPT-3`, `v1.2`.
///
/// ```
/// use mlsysim_language::prose::quantities;
/// let text = "An H100 moves 3.35 TB/s, of 1,024 at $2.";
/// let found: Vec<String> = quantities(text).iter().map(|it| it.number.full_text()).collect();
/// assert_eq!(found, ["3.35 TB/s", "1,024", "$2"]);
/// ```
pub fn quantities(text: &str) -> Vec<Quantity> {
    quantities_with(text, &NONE)
}

/// The same in a book with units of its own.
pub fn quantities_with(text: &str, own: &OwnUnits) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = start(text, at) {
        let quantity = ends(text, start).rev().find_map(|end| {
            let words = &text[start..end];
            let number = number(words, own).or_else(|| glued(words, own))?;
            let range = start..end;
            Some(rate(text, Quantity { number, range }, own))
        });
        at = match &quantity {
            Some(quantity) => quantity.range.end,
            None => digits_end(text, start),
        };
        found.extend(quantity);
    }
    found
}

/// The quantity with what it is for each of: `50 queries a second`, `$3 per GPU per hour`.
fn rate(text: &str, quantity: Quantity, own: &OwnUnits) -> Quantity {
    let rest = &text[quantity.range.end..];
    let each = [" a ", " an ", " per "].iter().find_map(|word| {
        let unit = rest.strip_prefix(word)?;
        let end = unit.find(|c: char| !c.is_alphanumeric() && c != '-');
        let unit = &unit[..end.unwrap_or(unit.len())];
        let number = number(&format!("{}/{unit}", quantity.number.full_text()), own)?;
        let end = quantity.range.end + word.len() + unit.len();
        let range = quantity.range.start..end;
        Some(Quantity { number, range })
    });
    match each {
        // A bare number may be `7 per cent`.
        Some(each) if !quantity.number.unit.text.is_empty() => rate(text, each, own),
        _ => quantity,
    }
}

/// Where the next number starts, at its dollar sign if it has one.
fn start(text: &str, from: usize) -> Option<usize> {
    let digit = from + text[from..].find(|c: char| c.is_ascii_digit())?;
    let start = match text[from..digit].ends_with('$') {
        true => digit - 1,
        false => digit,
    };
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let word = &text[text[..start].trim_end_matches(is_part).len()..start];
    // `GPT-3` is a name, `-3` and `5-7` are not.
    let is_name = match word.strip_suffix('-') {
        Some(word) => word.starts_with(char::is_alphabetic),
        None => !word.is_empty(),
    };
    match is_name {
        false => Some(start),
        true => self::start(text, digits_end(text, start)),
    }
}

/// Past the digits of a number, and the points and commas between them.
fn digits_end(text: &str, start: usize) -> usize {
    let digits = text[start..].trim_start_matches('$');
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let end = text.len() - rest.len();
    start + text[start..end].trim_end_matches([',', '.']).len().max(1)
}

/// Where a quantity may end, from short to long: behind its digits, its word, and further words.
fn ends(text: &str, start: usize) -> impl DoubleEndedIterator<Item = usize> {
    let digits = digits_end(text, start);
    let mut ends = Vec::new();
    if !text[digits..].starts_with(char::is_alphanumeric) {
        ends.push(digits);
    }
    let mut at = digits;
    for _ in 0..=MOST_WORDS {
        let word = text[at..].split(char::is_whitespace).next().unwrap_or("");
        let trimmed = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'', '*']);
        ends.push(at + trimmed.len());
        // A sign after the word ends the phrase.
        let next = text[at + word.len()..].trim_start_matches(' ');
        if trimmed.len() < word.len() || next.len() == text.len() - at - word.len() {
            break;
        }
        at = text.len() - next.len();
    }
    ends.into_iter()
}

/// A text that is one number in a known unit, and nothing else.
pub fn number(text: &str, own: &OwnUnits) -> Option<Number> {
    let lexed = lex(text).ok()?;
    // Sooner than by an error, which would look for what is near.
    let names = lexed.tokens.iter().filter(|token| token.kind == Kind::Name);
    let is_unit = |name: &str| find(name).is_some() || own.find(name).is_some();
    if !names.into_iter().all(|token| is_unit(&token.text)) {
        return None;
    }
    let mut parser = Parser::with(&lexed.tokens, own);
    match parser.expression().ok()? {
        Expression::Number(number) if parser.is_at_end() => {
            number.unit.unknown.is_none().then_some(number)
        }
        _ => None,
    }
}

/// `80GB`, `5-hour`; a single capital letter is part of a name: `70B`, `4K`.
fn glued(text: &str, own: &OwnUnits) -> Option<Number> {
    let (digits, unit) = text.split_at(digits_end(text, 0));
    let unit = unit.strip_prefix('-').unwrap_or(unit);
    let is_unit =
        unit.starts_with(char::is_alphabetic) && (unit.len() > 1 || unit == unit.to_lowercase());
    is_unit.then(|| number(&format!("{digits} {unit}"), own))?
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;
    use crate::units::own::OwnUnit;

    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        let found: Vec<String> = quantities(text)
            .iter()
            .map(|it| it.number.full_text())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn units_are_read_as_far_as_they_go() {
        finds("It takes 5 h.", &["5 h"]);
        finds("It takes 5 h on 80GB cards", &["5 h", "80 GB"]);
        finds("moves 3.35 TB/s; 900 GB/s more", &["3.35 TB/s", "900 GB/s"]);
        finds(
            "$3 million a year, 45% of it, 2x",
            &["$3 million/year", "45%", "2×"],
        );
        finds("70 billion parameters", &["70 billion parameters"]);
        finds("(12 chips)", &["12 chips"]);
        finds("5-hour runs on 8-GPU nodes", &["5 hour", "8 GPU"]);
        finds("of 5 nodes each", &["5 nodes"]);
    }

    #[test]
    fn what_it_is_for_each_of_belongs_to_it() {
        finds("50 queries a second.", &["50 queries/second"]);
        finds(
            "$3 per GPU per hour, 5 GB an hour",
            &["$3/GPU/hour", "5 GB/hour"],
        );
        finds("5 h a GPUish, 7 per cent a", &["5 h", "7"]);
    }

    #[test]
    fn units_of_a_book_are_read_where_they_are_known() {
        let mut own = OwnUnits::default();
        own.push(OwnUnit::noun("visits", "visit"));
        let text = "It sees 120 visits a day.";
        let first = |own| quantities_with(text, own)[0].number.full_text();
        assert_eq!(
            (first(&own), first(&NONE)),
            ("120 visits/day".into(), "120".into())
        );
    }

    #[test]
    fn numbers_in_names_are_none() {
        finds("An H100, a GPT-3 and a v1.2 of the A100.", &[]);
        finds("x_2 and e5", &[]);
        finds("a 70B in 4K on DDR4-3200", &[]);
    }

    #[test]
    fn signs_and_groups_are_read() {
        finds("1,024, then 5.", &["1,024", "5"]);
        finds("between 5-7 and 3.", &["5", "7", "3"]);
        finds("", &[]);
        finds("$", &[]);
        finds("7", &["7"]);
    }

    #[test]
    fn what_is_no_ascii_is_passed_over() {
        finds("é5 µs – 6 µs, ≈7 Ω", &["6 µs", "7 ohm"]);
    }
}
