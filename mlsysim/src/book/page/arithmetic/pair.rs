//! Two sides of an equality, each under its readings.

use std::vec::Vec;

use mlsysim_language::number::join;
use mlsysim_prose::displayed::{Reading, Side, Written};

use super::candidates::Printed;
use super::equality::Verdict;
use super::figure::{number_of, with_units, without_units};
use super::reader::Reader;
use super::symbols::Symbols;
use super::value::{Value, number, value};
use super::verdict::{Judged, judge};
use crate::units::text::Text;

/// The readings to be tried: letters behind digits as units, and as numbers.
fn readings(is_ambiguous: bool) -> Vec<Reading> {
    let numbers = Reading {
        bytes: false,
        ..with_units()
    };
    match is_ambiguous {
        true => [with_units(), numbers].into(),
        false => [with_units()].into(),
    }
}

impl Reader<'_> {
    /// Holds a sum to what is printed.
    pub(super) fn sum(&self, summands: &[Side], stated: &Side, is_about: bool) -> Option<Judged> {
        let all = |units: bool| {
            let reading = match units {
                true => with_units(),
                false => without_units(),
            };
            let mut sum: Option<Value> = None;
            for side in summands {
                let next = value(side.written(reading)?, units, &self.symbols)?;
                sum = Some(match sum {
                    Some(sum) => sum.plus(next)?,
                    None => next,
                });
            }
            sum
        };
        let (number, bare) = number_of(stated)?;
        let printed = Printed {
            number,
            bare,
            is_about,
        };
        judge(all(true).as_ref(), all(false).as_ref(), &printed)
    }

    /// Judges two sides; nothing where they cannot be compared.
    pub(super) fn pair(&self, left: &Side, right: &Side, is_about: bool) -> Option<Judged> {
        let (first, second) = (left.written(with_units())?, right.written(with_units())?);
        match (number(&first).is_some(), number(&second).is_some()) {
            (_, true) => self.against((left, first), (right, second), is_about),
            // `640 GB = 8 * 80 GB`; what is far off is a name with a number: `10% sampling = …`.
            (true, false) => {
                let judged = self.against((right, second), (left, first), is_about)?;
                let is_near = judged.times < MOST_TIMES || judged.verdict == Verdict::Unit;
                (judged.verdict == Verdict::Right || is_near).then_some(judged)
            }
            (false, false) => self.expressions((left, first), (right, second), is_about),
        }
    }

    /// Holds a computed side to a printed one, under each reading of their letters.
    fn against(
        &self,
        (computed, written): (&Side, Written),
        (stated, printed): (&Side, Written),
        is_about: bool,
    ) -> Option<Judged> {
        let is_plain = !written.is_ambiguous && !printed.is_ambiguous;
        let bare = |side: &Side, written: &Written| match written.has_units {
            true => side.written(without_units()),
            false => None,
        };
        if is_plain {
            let bare_number = match bare(stated, &printed) {
                Some(bare) => number(&bare)?.clone(),
                None => number(&printed)?.clone(),
            };
            let printed = Printed {
                number: number(&printed)?.clone(),
                bare: bare_number,
                is_about,
            };
            let has_units = written.has_units || !written.symbols.is_empty();
            let without = match has_units {
                true => side_value(computed, without_units(), &self.symbols),
                false => None,
            };
            let with_units = value(written, true, &self.symbols);
            let without = if has_units {
                without.as_ref()
            } else {
                with_units.as_ref()
            };
            return judge(with_units.as_ref(), without, &printed);
        }
        let mut best: Option<Judged> = None;
        for reading in readings(written.is_ambiguous) {
            let with_units = side_value(computed, reading, &self.symbols);
            let without = side_value(
                computed,
                Reading {
                    units: false,
                    ..reading
                },
                &self.symbols,
            );
            for stated_reading in readings(printed.is_ambiguous) {
                let stated_bare = Reading {
                    units: false,
                    ..stated_reading
                };
                let numbers = (
                    stated.written(stated_reading)?,
                    stated.written(stated_bare)?,
                );
                let printed = Printed {
                    number: number(&numbers.0)?.clone(),
                    bare: number(&numbers.1)?.clone(),
                    is_about,
                };
                let judged = judge(with_units.as_ref(), without.as_ref(), &printed);
                best = better(best, judged);
            }
        }
        best
    }

    /// Two sides that both compute: each may be off by what its operands leave open.
    fn expressions(
        &self,
        (left, first): (&Side, Written),
        (right, second): (&Side, Written),
        is_about: bool,
    ) -> Option<Judged> {
        let is_ambiguous = first.is_ambiguous || second.is_ambiguous;
        let with_units =
            value(first, true, &self.symbols).zip(value(second, true, &self.symbols))?;
        let is_alike = with_units.0.value.dimension == with_units.1.value.dimension;
        let (left, right) = match is_alike {
            true => with_units,
            false => {
                let bare = without_units();
                let symbols = &self.symbols;
                side_value(left, bare, symbols).zip(side_value(right, bare, symbols))?
            }
        };
        let verdict = compare(&left, &right, is_about)?;
        if is_ambiguous && verdict != Verdict::Right {
            return None;
        }
        let shown = |value: &Value| {
            let mut text = Text::new();
            text.push_number(value.value.value, 6);
            join(text.as_str(), "")
        };
        let times = left.value.value / right.value.value;
        Some(Judged {
            verdict,
            gives: shown(&left),
            printed: shown(&right),
            hint: None,
            times: times.abs().max(1.0 / times.abs()),
        })
    }
}

fn side_value(side: &Side, reading: Reading, symbols: &Symbols) -> Option<Value> {
    value(side.written(reading)?, reading.units, symbols)
}

fn compare(left: &Value, right: &Value, is_about: bool) -> Option<Verdict> {
    let (a, b) = (left.value.value, right.value.value);
    let off = (a - b).abs();
    let size = a.abs().max(b.abs());
    let fair = if is_about { 0.05 * size } else { 1e-9 * size };
    // A factor of a thousand may be a unit that neither shows.
    let is_far = off > 0.5 * size;
    Some(match off {
        off if off <= fair => Verdict::Right,
        off if off <= 0.05 * size && off <= left.margin() + right.margin() => Verdict::Rounded,
        _ if is_far => return None,
        _ => Verdict::Wrong,
    })
}

/// The kinder of two verdicts.
fn better(one: Option<Judged>, other: Option<Judged>) -> Option<Judged> {
    let weight = |judged: &Judged| match judged.verdict {
        Verdict::Right => 0,
        Verdict::Rounded => 1,
        Verdict::Cut => 2,
        Verdict::Unit => 3,
        Verdict::Wrong => 4,
    };
    match (one, other) {
        (Some(one), Some(other)) if weight(&other) < weight(&one) => Some(other),
        (None, other) => other,
        (one, _) => one,
    }
}

/// How far a number in front of its computation may be off.
const MOST_TIMES: f64 = 1.5;
