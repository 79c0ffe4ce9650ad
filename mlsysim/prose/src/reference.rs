//! Numbers of sections, figures, pages and works.

use alloc::vec::Vec;

use super::found::{Found, Kind};
use super::near::{after, before, char_at, char_before, digits, space};
use super::unit::unit_at;

/// Words before the number of a part of a book.
const PARTS: [&str; 52] = [
    "Section",
    "Sections",
    "Sec",
    "Secs",
    "Chapter",
    "Chapters",
    "Chap",
    "Ch",
    "Figure",
    "Figures",
    "Fig",
    "Figs",
    "Table",
    "Tables",
    "Tab",
    "Equation",
    "Equations",
    "Eq",
    "Eqs",
    "Appendix",
    "Appendices",
    "Part",
    "Parts",
    "Volume",
    "Listing",
    "Listings",
    "Algorithm",
    "Exercise",
    "Exercises",
    "Problem",
    "Problems",
    "Example",
    "Examples",
    "Theorem",
    "Lemma",
    "Definition",
    "Corollary",
    "Proposition",
    "Note",
    "Footnote",
    "Question",
    "Panel",
    "Box",
    "Step",
    "Lab",
    "Lesson",
    "Slide",
    "Item",
    "Appx",
    "Supplement",
    "Paragraph",
    "Remark",
];

/// Words before the number of an issue of a journal.
const ISSUES: [&str; 6] = ["vol", "vols", "Vol", "Vols", "no", "nos"];

/// Words before the number of a page or a line.
const PAGES: [&str; 9] = [
    "p", "pp", "page", "pages", "Page", "Pages", "l", "ll", "Line",
];

/// Words of small letters that name a part of a book, but more often do not.
const ONLY_BOOKS: [&str; 6] = ["step", "steps", "lab", "slide", "item", "remark"];

fn kind(word: &str) -> Option<Kind> {
    if PAGES.contains(&word) || word == "line" || word == "lines" {
        return Some(Kind::Page);
    }
    if ISSUES.contains(&word) {
        return Some(Kind::Citation);
    }
    let is_small = word.starts_with(|c: char| c.is_ascii_lowercase());
    let is_part = |part: &str| {
        part == word || part.eq_ignore_ascii_case(word) && is_small && !ONLY_BOOKS.contains(&word)
    };
    PARTS
        .iter()
        .any(|part| is_part(part))
        .then_some(Kind::Reference)
}

/// The numbers behind a word such as `Section`, and where they end; none if they measure.
pub(super) fn after_word(text: &str, word: &str, end: usize) -> Option<(Vec<Found>, usize)> {
    let near = after(text, end);
    let rest = near.strip_prefix('.').unwrap_or(near);
    let gap = space(rest);
    // Most words have no number behind them.
    let first = rest[gap..].chars().next()?;
    if !(first.is_ascii_digit() || first.is_ascii_uppercase() || first == '(') {
        return None;
    }
    let is_short = word.len() <= 4 && rest.len() < near.len();
    if gap == 0 && !is_short {
        return None;
    }
    let kind = kind(word)?;
    let start = end + (near.len() - rest.len()) + gap;
    numbers(text, start, kind)
}

/// The numbers behind `§`.
pub(super) fn after_sign(text: &str, end: usize) -> Option<(Vec<Found>, usize)> {
    let start = end + space(after(text, end));
    numbers(text, start, Kind::Reference)
}

fn numbers(text: &str, start: usize, kind: Kind) -> Option<(Vec<Found>, usize)> {
    let mut found = Vec::new();
    let mut at = start;
    loop {
        let open = usize::from(after(text, at).starts_with('('));
        let Some(length) = number(after(text, at + open)) else {
            break;
        };
        let end = at + open + length;
        if unit_at(text, end).is_some() {
            break;
        }
        found.push(Found::exempt(at + open..end, kind));
        at = end + open * usize::from(text[end..].starts_with(')'));
        let rest = after(text, at);
        let joins = [", and ", ", ", " and ", " or ", " to ", " & ", "–", " of "];
        match joins.iter().find(|join| rest.starts_with(**join)) {
            // `Part 1 of 3`, and not `Table 4 of 12 chips`.
            Some(join)
                if rest[join.len()..]
                    .starts_with(['(', '1', '2', '3', '4', '5', '6', '7', '8', '9']) =>
            {
                let next = at + join.len();
                if found.len() > 60 || is_quantity(text, next) {
                    break;
                }
                at = next;
            }
            _ => break,
        }
    }
    let end = found.last()?.range.end;
    Some((found, end))
}

/// Whether a number that may continue a list of references rather measures something.
fn is_quantity(text: &str, at: usize) -> bool {
    match number(after(text, at)) {
        Some(length) => {
            let rest = after(text, at + length);
            unit_at(text, at + length).is_some() || rest.starts_with(char::is_alphanumeric)
        }
        None => !text[at..].starts_with('('),
    }
}

/// `4.2`, `A.3`, `8-1`, `12a`.
fn number(text: &str) -> Option<usize> {
    let mut at = 0;
    if let Some(letter) = text.chars().next().filter(char::is_ascii_uppercase) {
        at += letter.len_utf8();
        at += usize::from(text[at..].starts_with(['.', '-']));
    }
    let whole = digits(&text[at..]).len();
    if whole == 0 || whole > 4 {
        return None;
    }
    at += whole;
    loop {
        let rest = &text[at..];
        let sign = rest.chars().next().filter(|c| matches!(c, '.' | '-' | '–'));
        let Some(sign) = sign else { break };
        let part = digits(&rest[sign.len_utf8()..]).len();
        if part == 0 {
            break;
        }
        at += sign.len_utf8() + part;
    }
    let rest = &text[at..];
    let is_grouped = rest.starts_with(',') && digits(&rest[1..]).len() == 3;
    let letter = rest.chars().next().filter(char::is_ascii_lowercase);
    let is_lettered = letter.is_some() && !rest[1..].starts_with(char::is_alphanumeric);
    if is_grouped || rest.starts_with(['%', '×']) || letter.is_some() && !is_lettered {
        return None;
    }
    Some(at + usize::from(is_lettered))
}

/// A citation `@key`, or a cross-reference `@fig-x`; where it ends.
pub(super) fn key(text: &str, at: usize) -> Option<Found> {
    if char_before(text, at).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = &text[at + 1..];
    let is_part = |c: char| c.is_alphanumeric() || "_:.#$%&-+?<>~/".contains(c);
    let key = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    let key = key.trim_end_matches(|c: char| !c.is_alphanumeric());
    if !key.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let labels = [
        "fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "lem-", "cor-", "prp-", "cnj-", "def-",
        "exm-", "exr-", "sol-", "rem-", "alg-", "tip-", "nte-", "wrn-", "imp-", "cau-", "vid-",
    ];
    let lower = key.get(..4).unwrap_or(key).to_ascii_lowercase();
    let kind = match labels
        .iter()
        .any(|label| lower.starts_with(label) || lower == "eq-")
    {
        true => Kind::Reference,
        false if lower.starts_with("eq-") => Kind::Reference,
        false => Kind::Citation,
    };
    Some(Found::exempt(at..at + 1 + key.len(), kind))
}

/// `[12]`, `[4–6]`, `[8, pp. 77–88]`: where it ends.
pub(super) fn in_brackets(text: &str, at: usize) -> Option<usize> {
    let rest = after(text, at).strip_prefix('[')?;
    let inner = &rest[..rest.find(']')?];
    let (numbers, locator) = match inner.find(", p") {
        Some(split) => inner.split_at(split),
        None => (inner, ""),
    };
    let mut parts = numbers.split([',', ';', '–', '-']).map(str::trim);
    let is_number = |part: &str| {
        (1..=3).contains(&part.len()) && !part.starts_with('0') && digits(part) == part
    };
    let is_locator =
        locator.is_empty() || locator.starts_with(", p. ") || locator.starts_with(", pp. ");
    let next = char_at(text, at + inner.len() + 2);
    if is_list(numbers, before(text, at)) {
        return None;
    }
    (parts.all(is_number) && is_locator && next != Some('(')).then(|| at + inner.len() + 2)
}

/// Whether numbers in brackets are a list of values: `sizes [1, 8, 64]`.
fn is_list(numbers: &str, before: &str) -> bool {
    let word = before
        .trim_end()
        .rsplit(|c: char| !c.is_alphanumeric())
        .next();
    let are_named = [
        "sizes",
        "values",
        "shape",
        "lengths",
        "counts",
        "dimensions",
        "vector",
        "list",
        "range",
        "interval",
        "degrees",
        "ranks",
        "batches",
    ]
    .contains(&word.unwrap_or(""));
    let mut values = numbers.split(',').map(|part| part.trim().parse::<u16>());
    let is_power = |value: core::result::Result<u16, _>| value.is_ok_and(u16::is_power_of_two);
    let are_powers = numbers.matches(',').count() >= 2 && values.all(is_power);
    are_named && numbers.contains([',', '–', '-']) || are_powers
}
