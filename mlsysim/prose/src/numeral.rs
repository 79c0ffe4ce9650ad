//! A number in digits: `10,000`, `2 048`, `10½`, `3 × 10⁸`, `2.5e-5`, `15k`.

use super::near::{after, char_at, char_before, digits, space};

/// The characters of one letter that stand for a power of ten behind the digits.
const MAGNITUDES: [char; 6] = ['k', 'K', 'M', 'B', 'T', 'G'];

/// A number in digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    /// Where it begins: at its sign or its currency, if it has one.
    pub(super) start: usize,
    /// Where its digits begin.
    pub(super) digits: usize,
    pub(super) end: usize,
    /// Where the unit of an amount stands in front of it.
    pub(super) has_currency: bool,
    pub(super) has_sign: bool,
    pub(super) is_grouped: bool,
    pub(super) has_point: bool,
    pub(super) has_power: bool,
    pub(super) has_magnitude: bool,
}

impl Numeral {
    /// The numeral whose first digit stands there.
    pub(super) fn at(text: &str, at: usize) -> Numeral {
        let (start, has_currency, has_sign) = start(text, at);
        let mut numeral = Numeral {
            start,
            digits: at,
            end: at,
            has_currency,
            has_sign,
            is_grouped: false,
            has_point: false,
            has_power: false,
            has_magnitude: false,
        };
        numeral.read(text);
        numeral
    }

    /// Whether nothing but plain digits is written.
    pub(super) fn is_plain(&self) -> bool {
        !(self.has_currency
            || self.has_sign
            || self.is_grouped
            || self.has_point
            || self.has_power
            || self.has_magnitude)
    }

    fn read(&mut self, text: &str) {
        let whole = digits(&text[self.digits..]).len();
        self.end += whole;
        if (1..=3).contains(&whole) && !text[self.digits..].starts_with('0') {
            while let Some(length) = group(&text[self.end..]) {
                self.end += length;
                self.is_grouped = true;
            }
        }
        if let Some(fraction) = text[self.end..].strip_prefix('.') {
            let fraction = digits(fraction).len();
            if fraction > 0 {
                self.end += 1 + fraction;
                self.has_point = true;
            }
        }
        if char_at(text, self.end).is_some_and(is_vulgar) {
            self.end += char_at(text, self.end).map_or(0, char::len_utf8);
            self.has_point = true;
        }
        let lengths = [
            exponent(after(text, self.end)),
            self.power(text),
            self.times_ten(text),
        ];
        if let Some(length) = lengths.into_iter().flatten().next() {
            self.end += length;
            self.has_power = true;
        }
        self.magnitude(text);
    }

    /// `10¹⁹`, `10^19`, `10^19^`.
    fn power(&self, text: &str) -> Option<usize> {
        (&text[self.digits..self.end] == "10").then(|| raised(after(text, self.end)))?
    }

    /// `× 10⁸` behind `3`.
    fn times_ten(&self, text: &str) -> Option<usize> {
        let rest = after(text, self.end);
        let sign = space(rest);
        let factor = rest[sign..].strip_prefix(['×', '·', '⋅', '*', 'x'])?;
        let ten = &factor[space(factor)..];
        let power = raised(ten.strip_prefix("10")?)?;
        Some(rest.len() - ten.len() + "10".len() + power)
    }

    /// `15k`, `70B`, `2.6 k`.
    fn magnitude(&mut self, text: &str) {
        let rest = after(text, self.end);
        let gap = match rest.strip_prefix([' ', '\u{a0}', '\u{202f}', '\u{2009}']) {
            Some(rest) if rest.starts_with(['k', 'T']) => after(text, self.end).len() - rest.len(),
            _ => 0,
        };
        let Some(letter) = rest[gap..]
            .chars()
            .next()
            .filter(|c| MAGNITUDES.contains(c))
        else {
            return;
        };
        let end = self.end + gap + 1;
        // `5G` is a network, `30G` of money or of parameters are not written so.
        let is_end = !char_at(text, end).is_some_and(|c| c.is_alphanumeric() || c == '/');
        if is_end && letter != 'G' {
            self.end = end;
            self.has_magnitude = true;
        }
    }
}

/// Where a numeral begins whose first digit is there.
fn start(text: &str, digits: usize) -> (usize, bool, bool) {
    let (mut start, mut has_currency, mut has_sign) = (digits, false, false);
    // `.5`
    let whole = text[..start].strip_suffix('.');
    if whole.is_some_and(|whole| whole.is_empty() || whole.ends_with([' ', '(', '\u{a0}', '$'])) {
        start -= 1;
    }
    if let Some(c) = char_before(text, start).filter(|c| is_currency(*c)) {
        start -= c.len_utf8();
        has_currency = true;
        // `US$`, `A$`.
        let letters = text[..start].trim_end_matches(|c: char| c.is_ascii_uppercase());
        if (1..=3).contains(&(start - letters.len()))
            && !letters.ends_with(|c: char| c.is_alphanumeric())
        {
            start = letters.len();
        }
    }
    if let Some(sign) = char_before(text, start).filter(|c| "-−+±–".contains(*c)) {
        let before = char_before(text, start - sign.len_utf8());
        let is_free = before.is_none_or(|c| c.is_whitespace() || "([{=,:~≈<>≤≥“\"|".contains(c));
        if is_free {
            start -= sign.len_utf8();
            has_sign = true;
        }
    }
    (start, has_currency, has_sign)
}

/// Signs of money.
pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₹')
}

/// `½`, `¾`.
pub(super) fn is_vulgar(c: char) -> bool {
    matches!(c, '¼' | '½' | '¾' | '⅐'..='⅞')
}

/// Three more digits behind a separator.
fn group(text: &str) -> Option<usize> {
    let separator = text
        .chars()
        .next()
        .filter(|c| matches!(c, ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '_'))?;
    let rest = &text[separator.len_utf8()..];
    let is_group = digits(after(rest, 0)).len() == 3;
    is_group.then(|| separator.len_utf8() + 3)
}

fn exponent(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(['e', 'E'])?;
    let sign = usize::from(rest.starts_with(['+', '-']));
    let digits = digits(&rest[sign..]).len();
    let end = 1 + sign + digits;
    let is_end = !text[end..].starts_with(char::is_alphanumeric);
    (digits > 0 && is_end).then_some(end)
}

/// An exponent that is raised: `¹⁹`, `^19`, `^19^`, `^{19}`, `**19`.
fn raised(text: &str) -> Option<usize> {
    let small = text.trim_start_matches(|c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺".contains(c));
    if small.len() < text.len() {
        return Some(text.len() - small.len());
    }
    let rest = text.strip_prefix('^').or_else(|| text.strip_prefix("**"))?;
    let rest = rest.strip_prefix('{').unwrap_or(rest);
    let rest = rest.strip_prefix(['-', '−', '+']).unwrap_or(rest);
    let count = digits(rest).len();
    let rest = &rest[count..];
    let rest = rest.strip_prefix(['^', '}']).unwrap_or(rest);
    (count > 0).then_some(text.len() - rest.len())
}
