//! What is said of an equality: right, cut off, in another unit, wrong.

use std::format;
use std::string::String;

use mlsysim_language::number::join;

use super::bounds::is_printed;
use super::candidates::{Candidate, Printed, candidates};
use super::equality::Verdict;
use super::fault::{another_unit, hint, is_cut, is_note};
use super::value::{Value, WorksWith};
use crate::claims::message::factor::times;
use crate::units::text::{DIGITS, Text, digits_beside_at_least};

/// A verdict with its words.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    /// What is computed, in the printed unit.
    pub(super) gives: String,
    /// What is printed.
    pub(super) printed: String,
    pub(super) hint: Option<String>,
    /// How many times larger the one is than the other.
    pub(super) times: f64,
}

impl Judged {
    fn right() -> Judged {
        Judged {
            verdict: Verdict::Right,
            gives: String::new(),
            printed: String::new(),
            hint: None,
            times: 1.0,
        }
    }
}

/// Holds what is computed, with its units and without them, to what is printed; nothing where
/// the two cannot be compared.
pub(super) fn judge(
    with_units: Option<&Value>,
    bare: Option<&Value>,
    printed: &Printed,
) -> Option<Judged> {
    let (candidates, is_sure) = candidates(with_units, bare, printed);
    let number = &printed.number;
    let right = candidates
        .iter()
        .any(|it| is_printed(it.value, number, printed.is_about));
    let nearest = candidates.iter().copied().min_by(|a, b| {
        let distance = |it: &Candidate| (it.value / number.value()).abs().ln().abs();
        distance(a).total_cmp(&distance(b))
    })?;
    if right {
        return Some(judged(Verdict::Right, nearest, printed, None));
    }
    let adds_percent = |value: &Value| value.written.adds_percent;
    if !is_sure || bare.or(with_units).is_some_and(adds_percent) {
        return None;
    }
    let mut works_with = WorksWith::default();
    works_with.add(number.unit.dimension);
    for value in [with_units, bare].into_iter().flatten() {
        works_with.time |= value.works_with.time;
        works_with.information |= value.works_with.information;
        works_with.operation |= value.works_with.operation;
    }
    let measures = number.unit.dimension != 0 || with_units.is_some_and(|it| it.has_units);
    if let Some((candidate, rounded)) = candidates
        .iter()
        .find_map(|it| Some((*it, is_cut(it.value, number)?)))
    {
        let hint = format!(
            "cut off, not rounded: {}",
            join(&rounded, &number.unit.text)
        );
        return Some(judged(Verdict::Cut, candidate, printed, Some(hint)));
    }
    let explained = candidates
        .iter()
        .find_map(|it| Some((*it, another_unit(it.value, number, works_with, measures)?)));
    if let Some((candidate, words)) = explained {
        return Some(judged(Verdict::Unit, candidate, printed, Some(words)));
    }
    if candidates.iter().any(|it| is_note(*it, number)) {
        return Some(judged(Verdict::Rounded, nearest, printed, None));
    }
    let hint = hint(nearest.value, number, works_with);
    Some(judged(Verdict::Wrong, nearest, printed, hint))
}

fn judged(
    verdict: Verdict,
    candidate: Candidate,
    printed: &Printed,
    hint: Option<String>,
) -> Judged {
    if verdict == Verdict::Right {
        return Judged::right();
    }
    let number = &printed.number;
    let interval = number.interval();
    let value = candidate.value;
    let least = u8::try_from(number.significant_digits() + 1).unwrap_or(DIGITS);
    let digits = digits_beside_at_least(value, interval.low, interval.high, least.max(DIGITS));
    let mut text = Text::new();
    text.push_number(value, digits);
    Judged {
        verdict,
        gives: join(text.as_str(), &number.unit.text),
        printed: number.full_text(),
        hint,
        times: times(value, interval.low, interval.high),
    }
}
