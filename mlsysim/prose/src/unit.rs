//! What a number is in: the words and signs behind it.

use super::near::{after, letters, space};
use mlsysim_language::units::{self, all};

/// A unit behind a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Where it ends.
    pub(super) end: usize,
    /// Whether it only says what is counted.
    pub(super) is_noun: bool,
}

/// Words that make a quantity of any number before them, and are no units of the language.
const MEASURES: [&str; 24] = [
    "%",
    "‰",
    "×",
    "x",
    "percent",
    "percentage",
    "points",
    "point",
    "times",
    "fold",
    "tons",
    "ton",
    "rpm",
    "RPM",
    "IOPS",
    "°C",
    "°F",
    "°",
    "dB",
    "eV",
    "bps",
    "Mb",
    "Gb",
    "kb",
];

/// Prefixes that are written out.
const PREFIXES: [&str; 14] = [
    "", "kilo", "mega", "giga", "tera", "peta", "exa", "zetta", "milli", "micro", "nano", "pico",
    "femto", "centi",
];

/// Units that are written out.
const BASES: [&str; 14] = [
    "byte", "bit", "flop", "watt", "joule", "meter", "metre", "second", "hertz", "gram", "volt",
    "amp", "ampere", "liter",
];

/// The unit that the text behind a number begins with.
pub(super) fn unit_at(text: &str, end: usize) -> Option<Unit> {
    let rest = after(text, end);
    let gap = match rest.strip_prefix('-') {
        Some(_) => 1,
        None => space(rest),
    };
    let first = &rest[gap..];
    if rest[..gap].contains("\n\n") {
        return None;
    }
    let word = unit_word(first);
    // A product goes on with its second factor.
    let factor = first[word.len()..].trim_start();
    if matches!(word, "×" | "x") && factor.starts_with(|c: char| c.is_ascii_digit() || c == '$') {
        return None;
    }
    let points = first[word.len()..].strip_prefix([' ', '\u{a0}', '\n']);
    let length = match points.filter(|_| word == "percentage") {
        Some(points) => word.len() + 1 + letters(points).len(),
        None => word.len(),
    };
    let unit = Unit {
        end: end + gap + length,
        is_noun: measures(word)?,
    };
    Some(rate(text, unit))
}

/// Whether a word measures: `Some(true)` if it only says what is counted.
pub(super) fn measures(word: &str) -> Option<bool> {
    if MEASURES.contains(&word) {
        return Some(false);
    }
    let first = word.split(['/', '·', '-']).next().unwrap_or(word);
    let plain = first.trim_end_matches(['²', '³']);
    if plain.is_empty() || plain == "one" {
        return None;
    }
    if let Some(named) = units::find(plain) {
        return Some(named.noun().is_some() || named.is_scale());
    }
    if MEASURES.contains(&plain) || is_written_out(plain) {
        return Some(false);
    }
    let named = in_words(plain)?;
    Some(named.noun().is_some() || named.is_scale())
}

/// The unit that is called so where it is written out: `milliseconds`.
pub(super) fn in_words(word: &str) -> Option<units::Named> {
    all().find(|named| [named.unit.singular, named.unit.plural].contains(&word))
}

/// `kilobyte`, `petaflops`.
fn is_written_out(word: &str) -> bool {
    let lower = word.strip_suffix('s').unwrap_or(word);
    PREFIXES.iter().any(|prefix| {
        let base = lower.strip_prefix(prefix);
        base.is_some_and(|base| BASES.contains(&base))
    })
}

/// A word with what it is divided by: `GB/s`, `GPU-hour`; or a sign.
fn unit_word(text: &str) -> &str {
    if let Some(sign) = text.chars().next().filter(|c| "%‰×".contains(*c)) {
        return &text[..sign.len_utf8()];
    }
    let is_end = |c: char| !(c.is_alphanumeric() || "µμΩ°/·²³-".contains(c));
    let word = &text[..text.find(is_end).unwrap_or(text.len())];
    // `5x-10x`, `5GB-10GB`
    let is_number =
        |(at, _): &(usize, &str)| word[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let other = word.match_indices('-').find(is_number);
    let word = &word[..other.map_or(word.len(), |(at, _)| at)];
    word.trim_end_matches(['/', '·', '-'])
}

/// Where the amount of money ends that ends there, with what it is for each of.
pub(super) fn each_at(text: &str, end: usize) -> usize {
    let unit = Unit {
        end,
        is_noun: false,
    };
    rate(text, unit).end
}

/// What it is for each of: `50 queries a second`, `$3 per GPU per hour`, `$0.12/kWh`.
fn rate(text: &str, unit: Unit) -> Unit {
    let rest = after(text, unit.end);
    let each = ["/", " per ", " a ", " an "].iter().find_map(|each| {
        let word = unit_word(rest.strip_prefix(each)?);
        measures(word)?;
        let end = unit.end + each.len() + word.len();
        // `per thousand requests`.
        let is_scale = units::find(word).is_some_and(|named| named.is_scale());
        let counted = is_scale.then(|| unit_at(text, end)).flatten();
        Some(counted.map_or(end, |unit| unit.end))
    });
    match each {
        Some(end) => rate(text, Unit { end, ..unit }),
        None => unit,
    }
}
