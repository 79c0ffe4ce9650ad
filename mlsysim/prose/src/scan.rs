//! Every number of a text, from its beginning to its end.

use alloc::vec::Vec;

use super::found::{Found, Kind};
use super::near::{after, char_at, char_before, digits, letters, space};
use super::numeral::{Numeral, is_currency, is_vulgar};
use super::unit::{each_at, unit_at};
use super::{address, calendar, name, reference, spelled};

/// The numbers of a text in their order, each with what it is.
///
/// The text is what a reader of the page sees: without its markup. `U+FFFC` stands for what is
/// no text, such as math or code.
///
/// ```
/// use mlsysim_prose::{Kind, What, numbers};
/// let text = "In 2023 an H100 moved 3.35 TB/s (Section 4.2), in 3-5 ms.";
/// let found: Vec<(&str, What)> = numbers(text)
///     .into_iter()
///     .map(|found| (&text[found.range], found.what))
///     .collect();
/// assert_eq!(found, [
///     ("2023", What::Exempt(Kind::Year)),
///     ("H100", What::Exempt(Kind::Name)),
///     ("3.35 TB/s", What::Quantity),
///     ("4.2", What::Exempt(Kind::Reference)),
///     ("3-5 ms", What::Quantity),
/// ]);
/// ```
pub fn numbers(text: &str) -> Vec<Found> {
    let mut scanner = Scanner {
        text,
        at: 0,
        bracket: None,
        cited: 0,
        word_end: 0,
        found: Vec::new(),
    };
    let is_start = |c: char| c.is_alphanumeric() || is_vulgar(c) || "@[]#§".contains(c);
    while let Some(offset) = text[scanner.at..].find(is_start) {
        scanner.at += offset;
        scanner.step();
    }
    scanner.found
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// Where a bracket stands that is open.
    bracket: Option<usize>,
    /// Up to where a citation goes.
    cited: usize,
    /// Up to where no address begins.
    word_end: usize,
    found: Vec<Found>,
}

impl Scanner<'_> {
    fn push(&mut self, found: Found) {
        self.at = found.range.end.max(self.at + 1);
        self.found.push(found);
    }

    fn step(&mut self) {
        let (text, at) = (self.text, self.at);
        let Some(first) = char_at(text, at) else {
            return;
        };
        let found = match first {
            '[' => {
                self.bracket = Some(at);
                reference::in_brackets(text, at).map(|end| Found::exempt(at..end, Kind::Citation))
            }
            ']' => {
                self.bracket = None;
                None
            }
            '@' => reference::key(text, at),
            '#' => name::after_hash(text, at),
            '§' => return self.references(reference::after_sign(text, at + first.len_utf8())),
            _ if first.is_ascii_digit() || is_vulgar(first) => return self.digits(),
            _ => return self.letters(),
        };
        if first == '@' && found.is_some() && self.bracket.is_some() {
            let end = after(text, at).find(']').map_or(at, |end| at + end);
            self.cited = self.cited.max(end);
        }
        match found {
            Some(found) => self.push(found),
            None => self.at += first.len_utf8(),
        }
    }

    fn references(&mut self, references: Option<(Vec<Found>, usize)>) {
        match references {
            Some((found, end)) => {
                self.found.extend(found);
                self.at = end;
            }
            None => self.at += char_at(self.text, self.at).map_or(1, char::len_utf8),
        }
    }

    /// An address, which begins where a word does.
    fn address(&mut self) -> Option<Found> {
        if self.at < self.word_end {
            return None;
        }
        let (found, end) = address::at(self.text, self.at);
        self.word_end = end;
        found
    }

    fn letters(&mut self) {
        let (text, at) = (self.text, self.at);
        let word = letters(&text[at..]);
        let end = at + word.len();
        if word.is_empty() || char_before(text, at).is_some_and(char::is_alphanumeric) {
            self.at = end.max(at + char_at(text, at).map_or(1, char::len_utf8));
            return;
        }
        if let Some(found) = self.address() {
            return self.push(found);
        }
        // `US$5` begins with its letters.
        if char_at(text, end).is_some_and(is_currency) {
            self.at = end;
            return;
        }
        let found = name::word(text, at, end)
            .or_else(|| calendar::from_month(text, at))
            .filter(|_| word.len() < 40);
        if let Some(found) = found {
            return self.push(found);
        }
        if let Some(references) = reference::after_word(text, word, end) {
            return self.references(Some(references));
        }
        match spelled::at(text, at, word).filter(|_| self.at >= self.cited) {
            Some(found) => self.push(found),
            None => self.at = end,
        }
    }

    fn digits(&mut self) {
        let (text, at) = (self.text, self.at);
        let numeral = Numeral::at(text, at);
        if at < self.cited {
            return self.push(Found::exempt(at..numeral.end, Kind::Citation));
        }
        let last = self.found.last().cloned();
        let found = self
            .address()
            .or_else(|| calendar::from_digits(text, &numeral))
            .or_else(|| name::from_shape(text, &numeral))
            .or_else(|| name::from_context(text, &numeral, last.as_ref()))
            .unwrap_or_else(|| quantity(text, &numeral));
        match last {
            // A number in words goes on in digits.
            Some(last) if last.range.end > found.range.start => {
                let range = last.range.end..found.range.end.max(last.range.end);
                self.push(Found { range, ..found });
            }
            _ => self.push(found),
        }
    }
}

/// A quantity that begins with a numeral, with its unit and its other end.
fn quantity(text: &str, numeral: &Numeral) -> Found {
    let mut end = numeral.end;
    let mut unit = unit_at(text, end);
    let other = || other_part(text, end).or_else(|| other_end(text, numeral));
    if let Some(other) = unit.is_none().then(other).flatten() {
        end = other.end;
        unit = unit_at(text, end);
    }
    if let Some(unit) = unit {
        end = unit.end;
        end = smaller_unit(text, end).unwrap_or(end);
    } else if numeral.has_currency {
        end = each_at(text, end);
    }
    Found::quantity(numeral.start..end)
}

/// `:1` of a ratio, `/3` of a fraction.
fn other_part(text: &str, end: usize) -> Option<Numeral> {
    let rest = after(text, end).strip_prefix([':', '/'])?;
    (!digits(rest).is_empty()).then(|| Numeral::at(text, end + 1))
}

/// The second end of a range that shares its unit: `3–5 ms`, `3 to 5 ms`.
fn other_end(text: &str, numeral: &Numeral) -> Option<Numeral> {
    let rest = after(text, numeral.end);
    let gap = space(rest);
    let sign = rest[gap..].strip_prefix(['–', '-', '—', '‑']);
    let word = rest
        .strip_prefix(" to ")
        .or_else(|| rest.strip_prefix(" or "));
    let behind = sign.or(word)?;
    let start = numeral.end + (rest.len() - behind.len());
    let start = start + space(behind);
    let digit = start + after(text, start).find(|c: char| c.is_ascii_digit())?;
    let is_next = text[start..digit]
        .chars()
        .all(|c| is_currency(c) || "−~≈".contains(c));
    if !is_next || sign.is_some() && gap > 0 && space(behind) == 0 {
        return None;
    }
    let other = Numeral::at(text, digit);
    let shares = match sign {
        Some(_) => true,
        None => {
            let is_measured = other.has_magnitude || unit_at(text, other.end).is_some();
            is_measured && !name::is_after_from(text, numeral.start)
        }
    };
    shares.then_some(other)
}

/// `40 min` behind `3 h`.
fn smaller_unit(text: &str, end: usize) -> Option<usize> {
    let rest = after(text, end);
    let gap = space(rest);
    let count = digits(&rest[gap..]);
    let is_time = |end: usize| {
        let unit = unit_at(text, end)?;
        let word = text[..unit.end]
            .rsplit(|c: char| !c.is_alphabetic())
            .next()?;
        ["h", "min", "s", "hours", "minutes", "seconds"]
            .contains(&word)
            .then_some(unit.end)
    };
    let before = text[..end].rsplit(|c: char| !c.is_alphabetic()).next()?;
    let is_larger = ["d", "day", "days", "h", "hour", "hours", "min", "minutes"].contains(&before);
    (is_larger && gap == 1 && (1..=2).contains(&count.len()))
        .then(|| is_time(end + gap + count.len()))?
}
