//! The number of a mark: its digits, and what is glued to them.

use alloc::format;
use alloc::string::String;

use super::marks::{Mark, What};
use mlsysim_language::token::Sign;

/// The digits of a token, and what follows them in it.
pub(super) fn split(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let run = bytes.get(from..).unwrap_or_default().iter();
        run.take_while(|byte| byte.is_ascii_digit() || **byte == b'_')
            .count()
    };
    let mut end = digits(0);
    if bytes.get(end) == Some(&b'.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    text.split_at(end)
}

/// The number that raised digits say: `¹²`, `⁻³`.
pub(super) fn raised(text: &str) -> Option<String> {
    let mut number = String::new();
    for c in text.chars() {
        match "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|small| small == c) {
            Some(digit) => number.push(char::from(b"0123456789"[digit])),
            None if c == '⁻' && number.is_empty() => number.push('-'),
            None => return None,
        }
    }
    number
        .ends_with(|c: char| c.is_ascii_digit())
        .then_some(number)
}

/// The whole exponent that a caret and what follows it say, and the mark after it.
pub(super) fn exponent(marks: &[Mark], caret: usize) -> Option<(i32, usize)> {
    let what = |at: usize| marks.get(at).map(|mark| mark.what);
    let mut at = caret;
    if what(at) == Some(What::Sign(Sign::Caret)) {
        at += 1;
    } else if is_double_star(marks, at) {
        at += 2;
    } else {
        return None;
    }
    let close = match what(at) {
        Some(What::Open(_)) => {
            let close = marks[at].partner;
            at += 1;
            Some(close)
        }
        _ => None,
    };
    let mut sign = "";
    match what(at) {
        Some(What::Sign(Sign::Minus)) => (sign, at) = ("-", at + 1),
        Some(What::Sign(Sign::Plus)) => at += 1,
        _ => {}
    }
    let number = marks.get(at).filter(|mark| mark.what == What::Number)?;
    let exponent: i32 = format!("{sign}{}", number.text).parse().ok()?;
    let end = match close {
        Some(close) if at + 1 == close => close + 1,
        Some(_) => return None,
        None => at + 1,
    };
    (exponent.abs() <= 300).then_some((exponent, end))
}

/// `**` of programs.
pub(super) fn is_double_star(marks: &[Mark], at: usize) -> bool {
    let is_star = |at: usize| {
        let mark = marks.get(at);
        mark.is_some_and(|mark| mark.what == What::Sign(Sign::Star) && mark.range.len() == 1)
    };
    is_star(at) && is_star(at + 1) && marks[at + 1].touches
}

/// `3 × 10⁸` behind its `3`: the exponent, and the mark after it.
pub(super) fn times_ten(marks: &[Mark], at: usize) -> Option<(i32, usize)> {
    let star = marks.get(at)?;
    let is_star = star.what == What::Sign(Sign::Star) && !is_double_star(marks, at);
    let is_x = star.what == What::Name && star.text == "x";
    let ten = marks.get(at + 1).filter(|mark| mark.what == What::Number)?;
    if !(is_star || is_x) {
        return None;
    }
    match ten.text.strip_prefix("10")? {
        "" => exponent(marks, at + 2),
        small => Some((raised(small)?.parse().ok()?, at + 2)),
    }
}
