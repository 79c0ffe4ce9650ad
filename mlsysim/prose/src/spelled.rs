//! Numbers in words: `half a trillion`, `two minutes`, `a third`, `twice`, `threefold`.

use alloc::format;
use alloc::string::String;

use super::found::{Found, Kind};
use super::near::{after, letters, space, word_before};
use super::unit::{measures, unit_at};

const NUMBERS: [&str; 28] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "zero",
];

const MAGNITUDES: [&str; 7] = [
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "dozen",
];

const FRACTIONS: [&str; 11] = [
    "half",
    "third",
    "quarter",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "hundredth",
    "thousandth",
];

const ORDINALS: [&str; 10] = [
    "first", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth",
];

/// Words behind a fraction; behind an ordinal stands what is counted: `a third party`.
const BEHIND_FRACTION: [&str; 27] = [
    "of", "to", "at", "as", "in", "by", "and", "or", "less", "more", "smaller", "larger", "faster",
    "slower", "lower", "higher", "the", "than", "is", "was", "are", "goes", "for", "from", "on",
    "longer", "shorter",
];

/// As long as `hundredthfold`: longer words are no numbers.
const LONGEST: usize = 13;

/// The number word that begins there: its place, or past it.
pub(super) fn at(text: &str, at: usize, word: &str) -> Option<Found> {
    if word.len() > LONGEST {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let end = at + word.len();
    let quantity = |end: usize| Some(Found::quantity(at..with_unit(text, end)));
    match lower.as_str() {
        "half" => return half(text, at, end),
        "twice" | "thrice" => return Some(Found::quantity(at..end)),
        "a" | "an" => {
            let (next, behind) = next_word(text, end)?;
            if is_magnitude(next) {
                return quantity(behind);
            }
            return (is_fraction(next) && is_part(text, next, behind))
                .then(|| Found::quantity(at..behind));
        }
        "several" | "few" | "many" | "some" => {
            // `several thousand` says no number.
            let (next, behind) = next_word(text, end)?;
            return is_magnitude(next).then(|| Found::exempt(at..behind, Kind::Word));
        }
        _ => {}
    }
    if let Some(prefix) = lower.strip_suffix("fold") {
        let is_multiple = NUMBERS.contains(&prefix) || MAGNITUDES.contains(&prefix);
        return is_multiple.then(|| Found::quantity(at..end));
    }
    if is_magnitude(&lower) {
        return quantity(end);
    }
    if NUMBERS.contains(&lower.as_str()) {
        return Some(number(text, at, end, &lower));
    }
    ORDINALS
        .contains(&lower.as_str())
        .then(|| Found::exempt(at..end, Kind::Word))
}

pub(super) fn is_magnitude(word: &str) -> bool {
    MAGNITUDES.contains(&word)
}

fn is_fraction(word: &str) -> bool {
    let single = word.strip_suffix('s').unwrap_or(word);
    let single = if word == "halves" { "half" } else { single };
    FRACTIONS.contains(&single)
}

/// Whether a fraction is meant, and not the one behind the second.
fn is_part(text: &str, word: &str, end: usize) -> bool {
    let rest = after(text, end);
    let gap = space(rest);
    let next = letters(&rest[gap..]);
    matches!(word, "half" | "quarter") || next.is_empty() || BEHIND_FRACTION.contains(&next)
}

/// The word behind a place, over a space or a hyphen, and its end.
fn next_word(text: &str, end: usize) -> Option<(&str, usize)> {
    let rest = after(text, end);
    let gap = match rest.starts_with('-') {
        true => 1,
        false => space(rest),
    };
    let word = letters(&rest[gap..]);
    let end = end + gap + word.len();
    (gap > 0 && !word.is_empty()).then(|| (&text[end - word.len()..end], end))
}

fn with_unit(text: &str, end: usize) -> usize {
    unit_at(text, end).map_or(end, |unit| unit.end)
}

fn half(text: &str, at: usize, end: usize) -> Option<Found> {
    let before = word_before(text, at).map_or("", |(word, _)| word);
    let is_side = [
        "first", "second", "other", "latter", "former", "upper", "lower", "better", "top",
        "bottom", "left", "right",
    ]
    .contains(&before);
    let joined = after(text, end).strip_prefix('-').map(letters);
    if is_side || joined.is_some_and(|word| measures(word).is_none()) {
        return Some(Found::exempt(at..end, Kind::Word));
    }
    // `half a second`, `half a trillion`.
    let of_one = next_word(text, end)
        .filter(|(word, _)| matches!(*word, "a" | "an"))
        .and_then(|(_, behind)| next_word(text, behind))
        .filter(|(word, _)| is_magnitude(word) || measures(word).is_some());
    Some(Found::quantity(at..of_one.map_or(end, |(_, end)| end)))
}

fn number(text: &str, at: usize, end: usize, word: &str) -> Found {
    let not_counted = Found::exempt(at..end, Kind::Word);
    let before = word_before(text, at).map_or("", |(word, _)| word);
    // `twenty-five`.
    let end = match next_word(text, end).filter(|(next, _)| NUMBERS.contains(next)) {
        Some((_, behind)) if word.ends_with("ty") => behind,
        _ => end,
    };
    // `two to three hours`.
    let range = next_word(text, end)
        .filter(|(join, _)| matches!(*join, "to" | "or"))
        .and_then(|(_, behind)| next_word(text, behind))
        .filter(|(second, _)| NUMBERS.contains(second));
    let last = range.map_or(end, |(_, end)| end);
    let Some((next, behind)) = next_word(text, last) else {
        return not_counted;
    };
    let is_measured = is_magnitude(next)
        || is_fraction(next) && (word == "one" || next.ends_with('s') || next == "half")
        || next == "and" && after(text, behind).starts_with(" a half");
    if is_measured {
        return Found::quantity(at..with_unit(text, behind));
    }
    let is_none = word == "one" && matches!(before, "not" | "no" | "No" | "Not");
    match unit_at(text, last) {
        Some(unit) if !(is_none || unit.is_noun && word == "one") => Found::quantity(at..unit.end),
        _ => not_counted,
    }
}

/// A quantity in words with its number in digits: `two minutes` as `2 minutes`.
pub(super) fn in_digits(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let mut words = lower.split([' ', '-']).filter(|word| !word.is_empty());
    let first = words.next()?;
    let rest = || &text[first.len()..];
    if let Some(prefix) = first.strip_suffix("fold") {
        return Some(format!("{}x", value(prefix)?));
    }
    let second = words.next().unwrap_or("");
    let behind = || rest()[1..].get(second.len()..).unwrap_or("");
    match first {
        "twice" => Some("2x".into()),
        "thrice" => Some("3x".into()),
        "half" if matches!(second, "a" | "an") => Some(format!("0.5{}", behind())),
        "half" => Some(format!("0.5{}", rest())),
        "a" | "an" if is_magnitude(second) => Some(format!("1{}", rest())),
        "a" | "an" => Some(format!("{}{}", share(1, second)?, behind())),
        _ if is_magnitude(first) => Some(format!("1 {text}")),
        _ => {
            let count = value(first)?;
            if let Some(share) = share(count, second) {
                return Some(format!("{share}{}", behind()));
            }
            // `two thirds` is no decimal number.
            if is_fraction(second) {
                return Some(String::new());
            }
            match value(second).filter(|ones| *ones < 10 && first.ends_with("ty")) {
                Some(ones) => Some(format!("{}{}", count + ones, behind())),
                None => Some(format!("{count}{}", rest())),
            }
        }
    }
}

fn value(word: &str) -> Option<usize> {
    let index = NUMBERS.iter().position(|number| *number == word)?;
    match index {
        0..20 => Some(index + 1),
        20..27 => Some((index - 17) * 10),
        _ => Some(0),
    }
}

/// So many of a fraction that has a decimal value.
fn share(count: usize, word: &str) -> Option<String> {
    let hundredths = match word.strip_suffix('s').unwrap_or(word) {
        "half" | "halve" => 50,
        "quarter" => 25,
        "fifth" => 20,
        "tenth" => 10,
        "hundredth" => 1,
        _ => return None,
    };
    let share = count * hundredths;
    let text = format!("{}.{:02}", share / 100, share % 100);
    Some(text.trim_end_matches('0').trim_end_matches('.').into())
}
