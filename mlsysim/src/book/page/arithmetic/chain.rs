//! A chain of equalities, pair by pair.

use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use mlsysim_prose::displayed::{Chain, Relation, Side};

use super::equality::Verdict;
use super::figure::{number_of, with_units};
use super::reader::Reader;
use super::verdict::Judged;
use crate::units::dynamic::Dynamic;

/// How sure it is that an equality is displayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// A relation says so.
    Said,
    /// A result stands beside a computation.
    Beside,
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
}

fn severity(judged: &Judged) -> u8 {
    match judged.verdict {
        Verdict::Right => 0,
        Verdict::Rounded => 1,
        // The first fault of a chain stands for it.
        Verdict::Cut | Verdict::Unit | Verdict::Wrong => 2,
    }
}

/// Words behind a whole number that is meant to be rounded down or up.
const ROUNDED: [&str; 9] = [
    "whole", "full", "complete", "entire", "rounded", "round ", "floor", "ceil", "integer",
];

/// Whether a number stands in a unit that is none of ours, and may be of any size: `2 MP`.
fn has_unknown_unit(behind: &str) -> bool {
    let word = behind.trim_start_matches([' ', '\u{a0}']);
    let end = word
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(word.len());
    word[..end].len() < 6 && word[..end].contains(char::is_uppercase)
}

/// Whether a fault is one: not where a whole number is meant, or where a result that only stands
/// beside a computation is of another kind.
fn is_meant(judged: &Judged, evidence: Evidence, behind: &str) -> bool {
    let near: String = behind.chars().take(48).collect();
    let is_whole = !judged.printed.contains('.');
    let is_rounded = is_whole && ROUNDED.iter().any(|word| near.contains(word));
    match judged.verdict {
        Verdict::Right | Verdict::Rounded => true,
        Verdict::Cut | Verdict::Wrong if is_rounded && judged.times < 2.5 => false,
        Verdict::Unit | Verdict::Wrong if judged.times > 1.5 && has_unknown_unit(behind) => false,
        Verdict::Wrong if evidence == Evidence::Beside => judged.times < 2.0,
        Verdict::Cut | Verdict::Unit | Verdict::Wrong => true,
    }
}
