//! What the text of a quantity says: its value, or the two ends of a range.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::near::{digits, space};
use super::numeral::{Numeral, is_currency};
use super::spelled;
use super::unit::{in_words, measures};
use crate::latex::latex;
use mlsysim_language::number::Number;
use mlsysim_language::prose::number;
use mlsysim_language::units::find;
use mlsysim_language::units::own::OwnUnits;

/// The value of a quantity as [`numbers`](super::numbers) finds it; of a range both ends, each in
/// the unit that they share. Empty where it has no decimal value, as `a third`.
///
/// ```
/// use mlsysim_prose::values;
/// use mlsysim_language::units::own::NONE;
/// let texts = |text| -> Vec<String> {
///     values(text, &NONE).iter().map(|it| it.full_text()).collect()
/// };
/// assert_eq!(texts("3 × 10⁸ B"), ["3e8 B"]);
/// assert_eq!(texts("3 to 5 ms"), ["3 ms", "5 ms"]);
/// assert_eq!(texts("half a trillion"), ["0.5 trillion"]);
/// assert_eq!(texts("$2.25 per GPU-hour"), ["$2.25/GPU-hour"]);
/// ```
pub fn values(text: &str, own: &OwnUnits) -> Vec<Number> {
    let text = plain(text);
    let text = spelled::in_digits(&text).unwrap_or(text);
    read(&text, own).unwrap_or_default()
}

/// The same of a quantity as [`math_numbers`](super::math_numbers) finds it.
///
/// ```
/// use mlsysim_prose::math_values;
/// use mlsysim_language::units::own::NONE;
/// let found = math_values(r"3.14 \times 10^{23}~\text{FLOP}", &NONE);
/// assert_eq!(found[0].full_text(), "3.14e23 FLOP");
/// ```
pub fn math_values(text: &str, own: &OwnUnits) -> Vec<Number> {
    let mut plain = String::new();
    for token in latex(text).tokens {
        match &*token.text {
            "(" => plain.push('{'),
            ")" => plain.push('}'),
            text => {
                if !token.touches {
                    plain.push(' ');
                }
                plain.push_str(text);
            }
        }
    }
    // The groups of digits are set with `_`, and powers touch their base.
    read(
        plain.trim().replace(" ^", "^").trim_matches(['{', '}']),
        own,
    )
    .unwrap_or_default()
}

/// With plain spaces and hyphens.
fn plain(text: &str) -> String {
    let signs = text.chars().filter(|c| !matches!(c, '*' | '~' | '≈' | '±'));
    signs
        .map(|c| match c {
            '−' | '‑' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

fn read(text: &str, own: &OwnUnits) -> Option<Vec<Number>> {
    let first = Numeral::at(text, text.find(|c: char| c.is_ascii_digit())?);
    if first.start != 0 && !text.starts_with('+') {
        return None;
    }
    let rest = &text[first.end..];
    let behind = ["–", "—", "-", " to ", " or ", " – ", "×–", "x-"]
        .iter()
        .find_map(|join| rest.strip_prefix(join))
        .filter(|behind| behind.starts_with(|c: char| c.is_ascii_digit() || is_currency(c)));
    let Some(behind) = behind else {
        return Some(Vec::from([in_unit(text, &first, rest, own)?]));
    };
    let start = text.len() - behind.len();
    let second = Numeral::at(text, start + behind.find(|c: char| c.is_ascii_digit())?);
    let unit = &text[second.end..];
    let mut ends = Vec::new();
    for numeral in [first, second] {
        let written = decimal(text, &numeral)?;
        let magnitude = [&numeral, &second]
            .into_iter()
            .find_map(|it| magnitude(text, it));
        let has_dollar = text.contains('$');
        ends.push(join(&written, magnitude, unit, has_dollar, own)?);
    }
    Some(ends)
}

fn in_unit(text: &str, numeral: &Numeral, unit: &str, own: &OwnUnits) -> Option<Number> {
    let written = decimal(text, numeral)?;
    let has_dollar = numeral.has_currency && text.contains('$');
    let mut number = join(&written, magnitude(text, numeral), unit, has_dollar, own)?;
    number.negative = text.starts_with('-');
    Some(number)
}

/// The word for the letter behind the digits.
fn magnitude(text: &str, numeral: &Numeral) -> Option<&'static str> {
    let last = text[..numeral.end].chars().next_back();
    match last.filter(|_| numeral.has_magnitude)? {
        'k' | 'K' => Some("thousand"),
        'M' => Some("million"),
        'B' | 'G' => Some("billion"),
        'T' => Some("trillion"),
        _ => None,
    }
}

/// A numeral as the language writes it: `2048`, `3e8`, `10.5`.
fn decimal(text: &str, numeral: &Numeral) -> Option<String> {
    let mut written = String::new();
    let body =
        text[numeral.digits..numeral.end].trim_end_matches(['k', 'K', 'M', 'B', 'G', 'T', ' ']);
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '0'..='9' | '.' | 'e' | 'E' => written.push(c),
            '-' | '+' if written.ends_with(['e', 'E']) => written.push(c),
            ',' | '_' => {}
            c if c.is_whitespace() && chars.peek().is_some_and(char::is_ascii_digit) => {}
            '½' => written.push_str(".5"),
            '¼' => written.push_str(".25"),
            '¾' => written.push_str(".75"),
            c if c.is_whitespace() || "×·⋅*x⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺^{}".contains(c) =>
            {
                return power(&written, &body[body.find(c)?..]);
            }
            _ => return None,
        }
    }
    Some(written)
}

/// `× 10⁸` and `¹⁹` as an exponent.
fn power(factor: &str, rest: &str) -> Option<String> {
    let factors = rest.trim_start_matches([' ', '×', '·', '⋅', '*', 'x', '\u{a0}']);
    let (factor, raised) = match factors.strip_prefix("10") {
        Some(raised) => (factor, raised),
        None if factor == "10" => ("1", rest),
        None => return None,
    };
    let exponent: String = raised
        .chars()
        .filter(|c| !matches!(c, '^' | '{' | '}' | ' ' | '⁺' | '+' | '*'))
        .map(
            |c| match "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|small| small == c) {
                Some(digit) => char::from(b"0123456789"[digit]),
                None if matches!(c, '⁻' | '−') => '-',
                None => c,
            },
        )
        .collect();
    let whole = exponent.strip_prefix('-').unwrap_or(&exponent);
    (digits(whole) == whole && !whole.is_empty()).then(|| format!("{factor}e{exponent}"))
}

/// The number in as much of its unit as is known.
fn join(
    written: &str,
    magnitude: Option<&str>,
    unit: &str,
    has_dollar: bool,
    own: &OwnUnits,
) -> Option<Number> {
    let sign = if has_dollar { "$" } else { "" };
    let amount = match magnitude {
        Some(magnitude) => format!("{sign}{written} {magnitude}"),
        None => format!("{sign}{written}"),
    };
    let unit = in_language(unit);
    let ends = unit.match_indices(' ').map(|(end, _)| end);
    let mut ends: Vec<usize> = [0].into_iter().chain(ends).chain([unit.len()]).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        // What is known to measure is not left out.
        let mut left = unit[end..].split([' ', '/', '-']);
        let says_more = |word: &str| {
            let is_number = word.contains(|c: char| c.is_ascii_digit());
            is_number || spelled::is_magnitude(word) || measures(word) == Some(false)
        };
        if left.any(says_more) {
            return None;
        }
        let gap = if unit.starts_with(['/', '%']) {
            ""
        } else {
            " "
        };
        number(format!("{amount}{gap}{}", &unit[..end]).trim_end(), own)
    })
}

/// A unit's words as the language writes them.
fn in_language(unit: &str) -> String {
    let unit = unit[space(unit)..].trim_start_matches('-');
    let unit = unit
        .replace("percentage point", "percentage_point")
        .replace(" per ", "/")
        .replace(" an ", "/")
        .replace(" a ", "/");
    let unit = match unit.strip_prefix("per ") {
        Some(each) => format!("/{each}"),
        None => unit,
    };
    if matches!(&*unit, "×" | "x" | "times" | "fold") {
        return "x".to_string();
    }
    let joined = unit
        .replace("GPU-", "GPU_")
        .replace("TPU-", "TPU_")
        .replace("-parameter", " parameters");
    let words = joined.split_inclusive([' ', '/']).map(|word| {
        let name = word.trim_end_matches([' ', '/']);
        match in_words(name).filter(|_| find(name).is_none()) {
            Some(named) => word.replace(name, named.unit.names[0]),
            None => word.to_string(),
        }
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use mlsysim_language::units::own::NONE;

    #[track_caller]
    fn says(text: &str, expected: &[&str]) {
        let found: Vec<String> = values(text, &NONE).iter().map(Number::full_text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn digits_are_read_however_they_are_set() {
        says("10,000 GPUs", &["10,000 GPUs"]);
        says("2\u{202f}048 GPUs", &["2,048 GPUs"]);
        says("10¹⁹", &["1e19"]);
        says("5.88 x 10^23 FLOP", &["5.88e23 FLOP"]);
        says("10½ years", &["10.5 years"]);
        says("15k samples/s", &["15 thousand samples/s"]);
        says("$300M", &["$300 million"]);
        says("70-billion-parameter", &["70 billion parameters"]);
        assert_eq!(values("−20 W", &NONE)[0].value(), -20.0);
    }

    #[test]
    fn units_are_read_in_words_too() {
        says("80GB", &["80 GB"]);
        says("5-hour", &["5 hour"]);
        says("71 percent", &["71%"]);
        says("0.2 percentage points", &["0.2 percentage points"]);
        says("300-kilobyte", &["300 KB"]);
        says("50 milliseconds", &["50 ms"]);
        says("3.5×", &["3.5×"]);
        says("100-fold", &["100×"]);
        says("$33,000 per hour", &["$33,000/hour"]);
        says("10 tokens per second", &["10 tokens/second"]);
        says("US$1,500", &["$1,500"]);
        says("€5", &["5"]);
        says("7,200 rpm", &[]);
        says("6 Gb/s", &[]);
        says("3 tiers", &["3"]);
    }

    #[test]
    fn a_range_has_two_ends() {
        says("15–30×", &["15×", "30×"]);
        says("10 to 14 GB", &["10 GB", "14 GB"]);
        says("$5-10 million", &["$5 million", "$10 million"]);
        says("55–60", &["55", "60"]);
        says("3 h 40 min", &[]);
        says("20:1", &[]);
    }

    #[test]
    fn words_are_numbers() {
        says("two minutes", &["2 minutes"]);
        says("half a second", &["0.5 second"]);
        says("ten million", &["10 million"]);
        says("a dozen", &["1 dozen"]);
        says("twice", &["2×"]);
        says("threefold", &["3×"]);
        says("nine tenths", &["0.9"]);
        says("a quarter", &["0.25"]);
        says("a third", &[]);
        says("two thirds", &[]);
        says("one million IOPS", &[]);
    }
}
