//! The unit behind a number: `GB/s`, `million USD`, `tokens per second`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::marks::{Mark, What};
use super::notation::Notation;
use super::numeral::exponent;
use super::tokens::{joint, sign, token};
use super::word::{Word, word};
use mlsysim_language::token::{Kind, Sign, Token};
use mlsysim_language::units::find;

/// What stands behind a number.
#[derive(Default)]
pub(super) struct Unit {
    /// All of it, in the language's tokens.
    pub(super) tokens: Vec<Token>,
    /// What of it is a part of the number alone: `million`, `%`.
    pub(super) bare: Vec<Token>,
}

/// The unit whose first name stands at a mark, and the mark after it.
pub(super) fn unit(marks: &[Mark], at: usize, notation: Notation) -> Option<(Unit, usize)> {
    let mut unit = Unit::default();
    let is_percent = marks
        .get(at)
        .is_some_and(|mark| mark.what == What::Sign(Sign::Percent));
    if is_percent {
        unit.push(sign(Sign::Percent), true);
        return Some((unit, at + 1));
    }
    let mut end = at;
    let mut is_first = true;
    if !starts_with_slash(marks, at) {
        end = match names(marks, at, notation, None, &mut unit) {
            Some(end) => end,
            // `0.56 tok/s`
            None if is_noun(marks, at) && is_rate(marks, at + 1) => at + 1,
            None => return None,
        };
        is_first = false;
    }
    while let Some((sign, from)) = goes_on(marks, end, is_first) {
        is_first = false;
        end = match names(marks, from, notation, Some(sign), &mut unit) {
            Some(end) => end,
            // `6.14 KB per vector`
            None if marks[end].text == "per" && is_noun(marks, from) => from + 1,
            None => break,
        };
    }
    (end > at).then_some((unit, end))
}

/// A word that is no unit, and may say what is counted.
fn is_noun(marks: &[Mark], at: usize) -> bool {
    marks.get(at).is_some_and(|mark| {
        let is_word = mark.text.len() > 1 && mark.text.chars().all(char::is_alphabetic);
        mark.what == What::Name && mark.is_upright && is_word
    })
}

/// Whether `/s` or `per second` stands there.
fn is_rate(marks: &[Mark], at: usize) -> bool {
    let joint = marks.get(at).is_some_and(|mark| {
        mark.what == What::Sign(Sign::Slash) && mark.touches || mark.text == "per"
    });
    let time = marks.get(at + 1).filter(|mark| mark.what == What::Name);
    joint && time.is_some_and(|mark| matches!(word(&mark.text), Some(Word::Measure(_))))
}

/// `$3/h`: the unit of an amount of money may begin with what it is for each of.
fn starts_with_slash(marks: &[Mark], at: usize) -> bool {
    let mark = marks.get(at);
    mark.is_some_and(|mark| mark.what == What::Sign(Sign::Slash) || mark.text == "per")
}

/// The sign between two names of a unit, and where the next one stands.
fn goes_on(marks: &[Mark], at: usize, is_first: bool) -> Option<(Sign, usize)> {
    let joint = marks.get(at)?;
    let next = marks.get(at + 1).filter(|mark| mark.what == What::Name)?;
    let is_time = || word(&next.text).is_some_and(|word| matches!(word, Word::Measure(_)));
    // A letter apart may be a symbol.
    let is_close = joint.touches && next.touches || next.text.len() > 1;
    match (joint.what, &*joint.text) {
        (What::Sign(Sign::Slash), _) if is_close => Some((Sign::Slash, at + 1)),
        (What::Name, "per") => Some((Sign::Slash, at + 1)),
        (What::Name, "a" | "an") if !is_first && is_time() => Some((Sign::Slash, at + 1)),
        (What::Sign(Sign::Star), "*") if !is_first && joint.touches && next.touches => {
            Some((Sign::Star, at + 1))
        }
        _ => None,
    }
}

/// One name with the scale before it: `million USD`; the mark after it.
fn names(
    marks: &[Mark],
    at: usize,
    notation: Notation,
    joined: Option<Sign>,
    unit: &mut Unit,
) -> Option<usize> {
    let mark = marks.get(at).filter(|mark| is_name(mark, notation))?;
    if let Some(end) = device_time(marks, at) {
        let time = match &*marks[end - 1].text {
            "h" | "hr" | "hrs" | "hour" | "hours" => "h",
            "day" | "days" | "d" => "day",
            "year" | "years" => "year",
            _ => return None,
        };
        unit.join(joined, false);
        unit.push(token(Kind::Name, time), false);
        return Some(end);
    }
    // `460.8 GB-seconds`, `$0.15/GB-mo`
    if let Some((first, second)) = product(marks, at) {
        let sign = if joined == Some(Sign::Slash) {
            Sign::Slash
        } else {
            Sign::Star
        };
        unit.join(joined, false);
        unit.push(token(Kind::Name, &first), false);
        unit.join(Some(sign), false);
        unit.push(token(Kind::Name, &second), false);
        return Some(at + 3);
    }
    let is_call = marks.get(at + 1).is_some_and(|next| {
        matches!(next.what, What::Open(_)) && next.touches && notation == Notation::Text
    });
    if is_call {
        return None;
    }
    match word(&mark.text)? {
        Word::Scale(name) => {
            unit.join(joined, true);
            unit.push(token(Kind::Name, name), true);
            // `million USD`; the noun is left out.
            let next = marks.get(at + 1).filter(|mark| is_name(mark, notation));
            match next.and_then(|next| word(&next.text)) {
                Some(Word::Measure(name)) => {
                    unit.push(token(Kind::Name, &name), false);
                    Some(at + 2)
                }
                Some(Word::Noun) => Some(at + 2),
                Some(Word::Scale(_)) | None => Some(at + 1),
            }
        }
        Word::Measure(name) => {
            // `m^2`, `s^{-1}`
            let power = exponent(marks, at + 1).filter(|(power, _)| matches!(power.abs(), 1..=3));
            let is_inverse = power.is_some_and(|(power, _)| power < 0);
            if is_inverse && joined == Some(Sign::Slash) {
                return None;
            }
            unit.join(
                if is_inverse {
                    Some(Sign::Slash)
                } else {
                    joined
                },
                false,
            );
            match &*name {
                "bit_per_second" => {
                    unit.push(token(Kind::Name, "bit"), false);
                    unit.join(Some(Sign::Slash), false);
                    unit.push(token(Kind::Name, "s"), false);
                }
                "percent" => unit.push(token(Kind::Name, "percent"), true),
                name => unit.push(token(Kind::Name, name), false),
            }
            let Some((power, end)) = power else {
                return Some(at + 1);
            };
            if power.abs() > 1 {
                unit.push(sign(Sign::Caret), false);
                let power = power.unsigned_abs().to_string();
                unit.push(token(Kind::Number, &power), false);
            }
            Some(end)
        }
        Word::Noun => Some(at + 1),
    }
}

/// Whether a mark may be a unit: in LaTeX a single letter in italics is a symbol.
fn is_name(mark: &Mark, notation: Notation) -> bool {
    let is_unit = || {
        let letters = mark.text.chars().count();
        letters > 1 && mark.range.len() == mark.text.len() && find(&mark.text).is_some()
    };
    let is_set_as_one = mark.text.starts_with('µ') || mark.is_upright;
    mark.what == What::Name && (notation == Notation::Text || is_set_as_one || is_unit())
}

/// `GPU-hours`: the mark after it.
fn device_time(marks: &[Mark], at: usize) -> Option<usize> {
    let (hyphen, time) = (marks.get(at + 1)?, marks.get(at + 2)?);
    let is_joined = hyphen.what == What::Sign(Sign::Minus) && hyphen.touches && time.touches;
    let is_noun =
        marks[at].text.len() > 1 && find(&marks[at].text).is_none_or(|it| it.noun().is_some());
    (is_joined && is_noun && time.what == What::Name).then_some(at + 3)
}

/// Two units that a hyphen multiplies.
fn product(marks: &[Mark], at: usize) -> Option<(String, String)> {
    let (hyphen, second) = (marks.get(at + 1)?, marks.get(at + 2)?);
    let is_joined = hyphen.what == What::Sign(Sign::Minus) && hyphen.touches && second.touches;
    let measure = |mark: &Mark| match word(&mark.text) {
        Some(Word::Measure(name)) if mark.what == What::Name => Some(name),
        _ => None,
    };
    measure(&marks[at])
        .zip(measure(second))
        .filter(|_| is_joined)
}

impl Unit {
    fn push(&mut self, token: Token, is_bare: bool) {
        if is_bare {
            self.bare.push(token.clone());
        }
        self.tokens.push(token);
    }

    fn join(&mut self, joined: Option<Sign>, is_bare: bool) {
        if let Some(sign) = joined {
            // Nothing counted stands before a `*`.
            let is_left_out = sign == Sign::Star && self.tokens.is_empty();
            if !is_left_out {
                self.tokens.push(joint(sign));
            }
            if is_bare && sign == Sign::Slash {
                self.bare.push(joint(sign));
            }
        }
    }
}

/// What follows a joint touches it.
pub(super) fn close_up(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let is_joint = matches!(tokens[at - 1].kind, Kind::Sign(Sign::Slash | Sign::Star));
        if is_joint && tokens[at - 1].touches {
            tokens[at].touches = true;
        }
    }
}

/// As much of a text as may be a unit, and how much space stands before it: it ends with the
/// phrase.
pub(super) fn start_of(text: &str) -> (usize, &str) {
    let start = text.trim_start_matches(['\u{a0}', ' ', '\u{202f}', '\n']);
    let is_end = |c: char| !(c.is_alphanumeric() || " \u{a0}\n/·%$µμΩ²³-".contains(c));
    let end = start.find(is_end).unwrap_or(start.len());
    (text.len() - start.len(), &start[..end])
}
