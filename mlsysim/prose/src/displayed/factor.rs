//! Operands that are no numbers: groups, fractions, names, calls, and the words behind them.

use alloc::vec::Vec;

use super::marks::{Group, Mark, What};
use super::notation::Notation;
use super::run::{Run, Writer};
use super::symbol::{Meaning, meaning};
use super::tokens::{grouped, place, sign, token};
use super::unit::{close_up, unit};
use mlsysim_language::operation::{Builtin, Takes};
use mlsysim_language::token::{Kind, Sign, Token};

/// As many words as may name what is counted: `12 attention heads`.
const MOST_WORDS: usize = 2;

/// Words that join two phrases, and count nothing.
const JOINS: [&str; 22] = [
    "and", "or", "of", "to", "in", "for", "from", "with", "by", "at", "on", "is", "are", "if",
    "as", "plus", "minus", "over", "divided", "per", "than", "the",
];

impl Writer<'_> {
    /// The next operand, beside those of the run.
    pub(super) fn factor(
        &mut self,
        run: &mut Run,
        at: usize,
        to: usize,
        is_divided: bool,
        depth: usize,
    ) -> Option<usize> {
        let is_text = self.notation == Notation::Text;
        match self.what(at)? {
            What::Number | What::Sign(Sign::Dollar) => {
                if !run.factors.is_empty() {
                    return None;
                }
                self.number(run, at, to, is_divided)
            }
            What::Open(group) => {
                if let Some(end) = self.remark(run, at) {
                    return Some(end);
                }
                // `f (x)` is none of ours, `2 (3 + 4)` is.
                if run.words > 0 || is_text && is_divided && !run.factors.is_empty() {
                    return None;
                }
                self.group(run, at, group, depth)
            }
            What::Name if !run.factors.is_empty() && (is_text || self.is_word(at)) => {
                self.word(run, at)
            }
            What::Name => self.name(run, at, to, depth),
            _ => None,
        }
    }

    /// Where a remark ends: `2 bytes (BF16)`, behind a unit or a word.
    fn remark(&self, run: &Run, at: usize) -> Option<usize> {
        let close = self.marks[at].partner;
        let inner = self.marks.get(at + 1..close)?;
        let is_remark = inner
            .iter()
            .all(|mark| mark.what == What::Name && mark.text.len() > 1);
        let is_plain = self.what(at) == Some(What::Open(Group::Plain));
        (run.is_closed && is_plain && is_remark && !inner.is_empty()).then_some(close + 1)
    }

    fn is_word(&self, at: usize) -> bool {
        let mark = &self.marks[at];
        mark.is_upright || unit(self.marks, at, self.notation).is_some() && mark.text.len() > 1
    }

    /// A word behind an operand: its unit, or what it counts.
    fn word(&mut self, run: &mut Run, at: usize) -> Option<usize> {
        if let Some((unit, end)) = unit(self.marks, at, self.notation) {
            // `12 attention heads`, and no `12 foo GB`.
            if run.words > 0 && !unit.tokens.is_empty() {
                return None;
            }
            self.facts.has_units |= !unit.tokens.is_empty();
            let mut tokens = match self.reading.units {
                true => unit.tokens,
                false => unit.bare,
            };
            if !tokens.is_empty() {
                close_up(&mut tokens);
                tokens.insert(0, token(Kind::Number, "1"));
                run.factors.push(tokens);
            }
            run.is_closed = true;
            return Some(end);
        }
        let word = &self.marks[at].text;
        if word == "x" || word == "times" {
            run.is_closed = true;
            return Some(at + 1);
        }
        let is_noun = word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '_');
        if !is_noun || JOINS.contains(&&**word) || run.words >= MOST_WORDS {
            return None;
        }
        run.words += 1;
        run.is_closed = true;
        Some(at + 1)
    }

    fn group(&mut self, run: &mut Run, at: usize, group: Group, depth: usize) -> Option<usize> {
        let close = self.marks[at].partner;
        if group == Group::Bracket && self.notation == Notation::Text {
            return None;
        }
        let inner = grouped(self.sequence(at + 1, close, depth + 1)?);
        let mut end = close + 1;
        let tokens = match group {
            Group::Floor => self.call(Builtin::Floor, inner),
            Group::Ceiling => self.call(Builtin::Ceiling, inner),
            Group::Plain | Group::Bracket if self.what(end) == Some(What::Bar) => {
                // `2\frac{1}{2}` may be a mixed number.
                let is_mixed = run.factors.last().is_some_and(|factor| factor.len() == 1);
                if is_mixed && inner.len() == 3 {
                    return None;
                }
                let (below, after) = self.denominator(end + 1, depth)?;
                end = after;
                self.facts.computes = true;
                let mut fraction = inner;
                fraction.push(sign(Sign::Slash));
                fraction.extend(grouped(below));
                grouped(fraction)
            }
            Group::Plain | Group::Bracket => inner,
        };
        run.factors.push(tokens);
        run.is_closed = false;
        Some(end)
    }

    /// What stands below the line of a fraction, and the mark after it.
    fn denominator(&mut self, at: usize, depth: usize) -> Option<(Vec<Token>, usize)> {
        match self.what(at)? {
            What::Open(_) => {
                let close = self.marks[at].partner;
                let inner = self.sequence(at + 1, close, depth + 1)?;
                Some((inner, close + 1))
            }
            What::Number | What::Name => Some((self.sequence(at, at + 1, depth + 1)?, at + 1)),
            _ => None,
        }
    }

    fn call(&mut self, function: Builtin, arguments: Vec<Token>) -> Vec<Token> {
        self.facts.computes = true;
        let mut tokens = [token(Kind::Name, function.name())].to_vec();
        tokens.extend(arguments);
        tokens
    }

    fn name(&mut self, run: &mut Run, at: usize, to: usize, depth: usize) -> Option<usize> {
        let (meaning, end) = meaning(self.marks, at, self.notation)?;
        run.is_closed = false;
        match meaning {
            Meaning::Constant(number) => {
                run.factors.push([token(Kind::Number, number)].to_vec());
                Some(end)
            }
            Meaning::Symbols(names) => {
                for name in names {
                    let index = match self.facts.symbols.iter().position(|it| *it == name) {
                        Some(index) => index,
                        None => {
                            self.facts.symbols.push(name);
                            self.facts.symbols.len() - 1
                        }
                    };
                    run.factors.push([place(index)].to_vec());
                }
                Some(end)
            }
            Meaning::Function(function) => {
                let (arguments, end) = self.arguments(function, end, to, depth)?;
                let call = self.call(function, arguments);
                run.factors.push(call);
                Some(end)
            }
        }
    }

    fn arguments(
        &mut self,
        function: Builtin,
        at: usize,
        to: usize,
        depth: usize,
    ) -> Option<(Vec<Token>, usize)> {
        let end = match self.what(at).filter(|_| at < to)? {
            What::Open(_) => self.marks[at].partner + 1,
            // `\ln 2`
            What::Number | What::Name => {
                return Some((grouped(self.sequence(at, at + 1, depth + 1)?), at + 1));
            }
            _ => return None,
        };
        let mut inner = Vec::new();
        let mut from = at + 1;
        let mut count = 1;
        for comma in at + 1..end - 1 {
            let is_comma = self.what(comma) == Some(What::Sign(Sign::Comma));
            if is_comma && self.is_outside_of_groups(at + 1, comma) {
                inner.extend(self.sequence(from, comma, depth + 1)?);
                inner.push(sign(Sign::Comma));
                from = comma + 1;
                count += 1;
            }
        }
        inner.extend(self.sequence(from, end - 1, depth + 1)?);
        let takes = match function.takes() {
            Takes::One => count == 1,
            Takes::TwoOrList => count == 2,
            Takes::List => false,
        };
        takes.then(|| (grouped(inner), end))
    }

    fn is_outside_of_groups(&self, from: usize, at: usize) -> bool {
        let inner = self.marks[from..at].iter();
        let is_around = |mark: &Mark| matches!(mark.what, What::Open(_)) && mark.partner > at;
        !inner.into_iter().any(is_around)
    }
}
