//! A chain of equalities, pair by pair.

use std::format;
use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::displayed::{Chain, Reading, Relation, Side, Written};
use mlsysim_language::number::{Number, join};

use super::symbols::Symbols;
use super::value::{Value, number, value};
use super::verdict::{Judged, Printed, Verdict, judge};
use super::{Equality, Reader};
use crate::units::dynamic::Dynamic;
use crate::units::text::Text;

/// How sure it is that an equality is displayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// A relation says so.
    Said,
    /// A result stands beside a computation.
    Beside,
}

/// The readings to be tried: letters behind digits as units, and as numbers.
fn readings(units: bool, is_ambiguous: bool) -> Vec<Reading> {
    let of = |bytes| Reading { units, bytes };
    match is_ambiguous {
        true => [of(true), of(false)].to_vec(),
        false => [of(true)].to_vec(),
    }
}

impl Reader<'_> {
    /// Judges a chain; `range` gives where a range of its source stands on the page.
    pub(super) fn chain(
        &mut self,
        chain: &Chain,
        evidence: Evidence,
        behind: &str,
        range: &dyn Fn(Range<usize>) -> Range<usize>,
    ) {
        let sides = &chain.sides;
        let mut judged: Vec<(Judged, &Side)> = Vec::new();
        let may_compute = sides.iter().any(Side::may_compute);
        let with_units = |side: &Side| side.written(with_units());
        let computes = may_compute && sides.iter().filter_map(with_units).any(|it| it.computes);
        if computes {
            for (pair, relation) in sides.windows(2).zip(&chain.relations) {
                let is_about = match relation {
                    Relation::Equal => false,
                    Relation::About => true,
                    Relation::Other => continue,
                };
                let [left, right] = pair else { continue };
                let pair = self.pair(left, right, is_about);
                judged.extend(pair.map(|judged| (judged, left)));
            }
            let worst = judged
                .into_iter()
                .filter(|(it, _)| is_meant(it, evidence, behind))
                .reduce(|first, next| match severity(&next.0) > severity(&first.0) {
                    true => next,
                    false => first,
                });
            let ends = sides.first().zip(sides.last());
            if let Some(((judged, left), (first, last))) = worst.zip(ends) {
                // Which part of a long chain it is that fails.
                let part = (sides.len() > 2).then(|| range(left.range.clone()));
                let place = range(first.range.start..last.range.end);
                self.report(judged, part, place);
            }
        }
        self.learn(chain);
    }

    /// Notes what an equality came to; `part` is the computation, where it is not all of it.
    pub(super) fn report(
        &mut self,
        judged: Judged,
        part: Option<Range<usize>>,
        range: Range<usize>,
    ) {
        let source = &self.page.text;
        let part = part.and_then(|part| source.get(with_braces(source, part)));
        let part = part.map_or_else(
            || String::from("it"),
            |part| format!("`{}`", in_one_line(part)),
        );
        let message = match judged.verdict {
            Verdict::Right => String::new(),
            _ => format!("{part} gives {}, not {}", judged.gives, judged.printed),
        };
        let range = with_braces(source, range);
        self.found.push(Equality {
            text: in_one_line(source.get(range.clone()).unwrap_or_default()),
            range,
            line: 0,
            column: 0,
            verdict: judged.verdict,
            message,
            hint: judged.hint,
        });
    }

    /// Notes that a declaration cannot be followed.
    pub(super) fn complain(&mut self, message: String, range: Range<usize>) {
        self.found.push(Equality {
            text: in_one_line(self.page.text.get(range.clone()).unwrap_or_default()),
            range,
            line: 0,
            column: 0,
            verdict: Verdict::Wrong,
            message,
            hint: None,
        });
    }

    /// Binds the symbol that a chain begins with to the number that it ends with.
    pub(super) fn learn(&mut self, chain: &Chain) {
        let is_known = chain.relations.iter().all(|it| *it != Relation::Other);
        let (Some(first), Some(last)) = (chain.sides.first(), chain.sides.last()) else {
            return;
        };
        if let Some(symbol) = first.symbol().filter(|_| is_known && chain.sides.len() > 1) {
            self.bind(symbol, last);
        }
    }

    /// Binds a symbol to a number; whether the side is one.
    pub(super) fn bind(&mut self, symbol: String, side: &Side) -> bool {
        let Some((number, bare)) = number_of(side) else {
            return false;
        };
        let with_unit = Dynamic {
            value: number.base_value(),
            dimension: number.unit.dimension,
        };
        self.symbols.bind(symbol, with_unit, bare.base_value());
        true
    }

    /// Holds a sum to what is printed.
    pub(super) fn sum(&self, summands: &[Side], stated: &Side, is_about: bool) -> Option<Judged> {
        let all = |units: bool| {
            let reading = readings(units, false)[0];
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
            true => side.written(readings(false, false)[0]),
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
                true => side_value(computed, readings(false, false)[0], &self.symbols),
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
        for reading in readings(true, written.is_ambiguous) {
            let with_units = side_value(computed, reading, &self.symbols);
            let without = side_value(
                computed,
                Reading {
                    units: false,
                    ..reading
                },
                &self.symbols,
            );
            for stated_reading in readings(true, printed.is_ambiguous) {
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
                let bare = readings(false, false)[0];
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

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// With the command of LaTeX that it begins in, and the braces that close what is opened in it.
fn with_braces(source: &str, range: Range<usize>) -> Range<usize> {
    let before = source.get(..range.start).unwrap_or_default();
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(24))..];
    let inner = before.strip_suffix('{').unwrap_or(before);
    let name = inner.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_command = name.ends_with('\\') && name.len() < inner.len();
    let start = match is_command {
        true => range.start - (before.len() - name.len()) - 1,
        false => range.start,
    };
    let text = source.get(start..range.end).unwrap_or_default();
    let open = text
        .matches('{')
        .count()
        .saturating_sub(text.matches('}').count());
    let rest = source.get(range.end..).unwrap_or_default();
    let closed = rest
        .bytes()
        .take(open)
        .take_while(|byte| *byte == b'}')
        .count();
    start..range.end + closed
}

fn severity(judged: &Judged) -> u8 {
    match judged.verdict {
        Verdict::Right => 0,
        Verdict::Rounded => 1,
        // The first fault of a chain stands for it.
        Verdict::Cut | Verdict::Unit | Verdict::Wrong => 2,
    }
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

/// Words behind a whole number that is meant to be rounded down or up.
const ROUNDED: [&str; 9] = [
    "whole", "full", "complete", "entire", "rounded", "round ", "floor", "ceil", "integer",
];

/// Whether a fault is one: not where a whole number is meant, or where a result that only stands
/// beside a computation is of another kind.
fn is_meant(judged: &Judged, evidence: Evidence, behind: &str) -> bool {
    let near: String = behind.chars().take(48).collect();
    let is_whole = !judged.printed.contains('.');
    let is_rounded = is_whole && ROUNDED.iter().any(|word| near.contains(word));
    match judged.verdict {
        Verdict::Right | Verdict::Rounded => true,
        Verdict::Cut | Verdict::Wrong if is_rounded && judged.times < 2.5 => false,
        Verdict::Wrong if evidence == Evidence::Beside => judged.times < 2.0,
        Verdict::Cut | Verdict::Unit | Verdict::Wrong => true,
    }
}

/// How a side is read first: units count, and letters behind digits are units.
pub(super) fn with_units() -> Reading {
    Reading {
        units: true,
        bytes: true,
    }
}

/// The number that a side prints, with its unit and without it.
pub(super) fn number_of(side: &Side) -> Option<(Number, Number)> {
    let written = side.written(with_units())?;
    let with_unit = number(&written)?.clone();
    let bare = match written.has_units {
        true => number(&side.written(readings(false, false)[0])?)?.clone(),
        false => with_unit.clone(),
    };
    Some((with_unit, bare))
}
