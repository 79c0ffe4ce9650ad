//! A chain of equalities, pair by pair.

use std::format;
use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::displayed::{Chain, Reading, Relation, Side};
use mlsysim_language::number::{Number, join};

use super::value::{Value, printed, value};
use super::verdict::{Judged, Printed, Verdict, judge};
use super::{Equality, Reader};
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
        let mut computes = false;
        let mut judged: Vec<(Judged, &Side)> = Vec::new();
        for side in sides {
            let reading = with_units();
            computes |= side
                .written(reading)
                .is_some_and(|written| written.computes);
        }
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
        let Some(number) = printed(side, readings(false, false)[0]) else {
            return false;
        };
        let with_unit = value(side, with_units(), &self.symbols);
        let with_unit = with_unit.map(|it| it.value);
        self.symbols.bind(symbol, with_unit, number.base_value());
        true
    }

    /// Holds a sum to what is printed.
    pub(super) fn sum(&self, summands: &[Side], stated: &Side, is_about: bool) -> Option<Judged> {
        let all = |reading: Reading| {
            let values = summands
                .iter()
                .map(|side| value(side, reading, &self.symbols));
            values.collect::<Option<Vec<Value>>>().and_then(added)
        };
        let (number, bare) = number_of(stated)?;
        let printed = Printed {
            number,
            bare,
            is_about,
        };
        let bare = all(readings(false, false)[0]);
        judge(all(with_units()).as_ref(), bare.as_ref(), &printed)
    }

    /// Judges two sides; nothing where they cannot be compared.
    pub(super) fn pair(&self, left: &Side, right: &Side, is_about: bool) -> Option<Judged> {
        let reading = with_units();
        let number = |side: &Side| printed(side, reading);
        match (number(left), number(right)) {
            (None, Some(_)) => self.against(left, right, is_about),
            // `640 GB = 8 * 80 GB`; what is far off is a name with a number: `10% sampling = …`.
            (Some(_), None) => {
                let judged = self.against(right, left, is_about)?;
                let is_near = judged.times < MOST_TIMES || judged.verdict == Verdict::Unit;
                (judged.verdict == Verdict::Right || is_near).then_some(judged)
            }
            (Some(_), Some(_)) => self.against(left, right, is_about),
            (None, None) => self.expressions(left, right, is_about),
        }
    }

    /// Holds a computed side to a printed one, under each reading of their letters.
    fn against(&self, computed: &Side, stated: &Side, is_about: bool) -> Option<Judged> {
        let is_ambiguous = |side: &Side| {
            let written = side.written(with_units());
            written.is_some_and(|written| written.is_ambiguous)
        };
        let mut best: Option<Judged> = None;
        for reading in readings(true, is_ambiguous(computed)) {
            let bare = Reading {
                units: false,
                ..reading
            };
            let with_units = value(computed, reading, &self.symbols);
            let without = value(computed, bare, &self.symbols);
            for stated_reading in readings(true, is_ambiguous(stated)) {
                let stated_bare = Reading {
                    units: false,
                    ..stated_reading
                };
                let (number, bare) =
                    printed(stated, stated_reading).zip(printed(stated, stated_bare))?;
                let printed = Printed {
                    number,
                    bare,
                    is_about,
                };
                let judged = judge(with_units.as_ref(), without.as_ref(), &printed);
                best = better(best, judged);
            }
        }
        best
    }

    /// Two sides that both compute: each may be off by what its operands leave open.
    fn expressions(&self, left: &Side, right: &Side, is_about: bool) -> Option<Judged> {
        for units in [true, false] {
            let reading = readings(units, false)[0];
            let (left, right) =
                value(left, reading, &self.symbols).zip(value(right, reading, &self.symbols))?;
            if left.value.dimension != right.value.dimension {
                continue;
            }
            let is_ambiguous = left.written.is_ambiguous || right.written.is_ambiguous;
            if let Some(verdict) =
                compare(&left, &right, is_about).filter(|it| *it == Verdict::Right || !is_ambiguous)
            {
                let shown = |value: &Value| {
                    let mut text = Text::new();
                    text.push_number(value.value.value, 6);
                    join(text.as_str(), "")
                };
                let times = left.value.value / right.value.value;
                return Some(Judged {
                    verdict,
                    gives: shown(&left),
                    printed: shown(&right),
                    hint: None,
                    times: times.abs().max(1.0 / times.abs()),
                });
            }
        }
        None
    }
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

/// The sum of values of one dimension.
fn added(values: Vec<Value>) -> Option<Value> {
    values.into_iter().map(Some).reduce(|all, next| {
        let (mut all, next) = (all?, next?);
        all.value.value += next.value.value;
        all.margin += next.margin;
        all.has_units |= next.has_units;
        (all.value.dimension == next.value.dimension).then_some(all)
    })?
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
        off if off <= left.margin + right.margin && off <= 0.05 * size => Verdict::Rounded,
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

/// The number of a text that is one, such as a cell.
pub(super) fn number_of(side: &Side) -> Option<(Number, Number)> {
    let number = printed(side, with_units())?;
    let bare = printed(side, readings(false, false)[0])?;
    Some((number, bare))
}
