//! What a page leaves out between operands: the sequence of a side.
//!
//! `2ND / 3` is `(2 * N * D) / 3`: what stands beside each other binds tighter than a slash.

use alloc::string::String;
use alloc::vec::Vec;

use super::marks::{Mark, What};
use super::notation::{Notation, Reading};
use super::numeral::is_double_star;
use super::tokens::{grouped, sign};
use mlsysim_language::token::{Kind, Sign, Token};

/// Deeper groups are no napkin math.
const MOST_DEPTH: usize = 24;

/// What is learned of a side while it is written.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) symbols: Vec<String>,
    pub(super) computes: bool,
    pub(super) has_units: bool,
    pub(super) is_ambiguous: bool,
    pub(super) converts: bool,
    pub(super) is_in_base_units: bool,
    pub(super) is_in_hours: bool,
    pub(super) has_percent: bool,
    pub(super) adds: bool,
}

/// Writes the marks of a side as tokens of the language.
pub(super) struct Writer<'a> {
    pub(super) marks: &'a [Mark],
    pub(super) notation: Notation,
    pub(super) reading: Reading,
    pub(super) facts: Facts,
}

/// What stands beside each other without an operator.
#[derive(Default)]
pub(super) struct Run {
    pub(super) factors: Vec<Vec<Token>>,
    /// Words that say what is counted.
    pub(super) words: usize,
    /// Whether the last factor has a power or a unit.
    pub(super) is_closed: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(marks: &'a [Mark], notation: Notation, reading: Reading) -> Writer<'a> {
        Writer {
            marks,
            notation,
            reading,
            facts: Facts::default(),
        }
    }

    pub(super) fn what(&self, at: usize) -> Option<What> {
        self.marks.get(at).map(|mark| mark.what)
    }

    /// The tokens of the marks from one to another; nothing where they are not understood.
    pub(super) fn sequence(&mut self, from: usize, to: usize, depth: usize) -> Option<Vec<Token>> {
        if depth > MOST_DEPTH {
            return None;
        }
        let mut tokens: Vec<Token> = Vec::new();
        let mut run = Run::default();
        let mut at = from;
        while at < to {
            let is_divided = matches!(
                tokens.last().map(|token| token.kind),
                Some(Kind::Sign(Sign::Slash))
            );
            at = match self.what(at)? {
                What::Row => at + 1,
                What::Sign(Sign::Plus | Sign::Minus) if run.factors.is_empty() => {
                    // `--nodes`
                    let last = tokens.last().map(|token| token.kind);
                    if matches!(last, Some(Kind::Sign(Sign::Plus | Sign::Minus))) {
                        return None;
                    }
                    if self.what(at) == Some(What::Sign(Sign::Minus)) {
                        tokens.push(sign(Sign::Minus));
                    }
                    at + 1
                }
                _ if is_double_star(self.marks, at)
                    || self.what(at) == Some(What::Sign(Sign::Caret)) =>
                {
                    self.power(&mut run, at, depth)?
                }
                What::Sign(operator @ (Sign::Plus | Sign::Minus | Sign::Star | Sign::Slash)) => {
                    let next = self.what(at + 1);
                    // `7 // 2`, `a /* b`
                    if operator == Sign::Slash
                        && matches!(next, Some(What::Sign(Sign::Slash | Sign::Star)))
                    {
                        return None;
                    }
                    self.flush(&mut run, &mut tokens)?;
                    tokens.push(sign(operator));
                    self.facts.computes = true;
                    self.facts.adds |= matches!(operator, Sign::Plus | Sign::Minus);
                    at + 1
                }
                What::Name if self.is_times(&run, at, to) => {
                    self.flush(&mut run, &mut tokens)?;
                    tokens.push(sign(Sign::Star));
                    self.facts.computes = true;
                    at + 1
                }
                _ => self.factor(&mut run, at, to, is_divided, depth)?,
            };
        }
        self.flush(&mut run, &mut tokens)?;
        Some(tokens)
    }

    /// Whether `x` or `times` stands between two operands.
    fn is_times(&self, run: &Run, at: usize, to: usize) -> bool {
        let is_word = matches!(&*self.marks[at].text, "x" | "X" | "times");
        let is_text = self.notation == Notation::Text || self.marks[at].is_upright;
        let next = self.what(at + 1).filter(|_| at + 1 < to);
        let starts = matches!(
            next,
            Some(What::Number | What::Open(_) | What::Sign(Sign::Dollar))
        );
        is_word && is_text && starts && !run.factors.is_empty()
    }

    /// Ends a run: several factors are a product in parentheses.
    fn flush(&mut self, run: &mut Run, tokens: &mut Vec<Token>) -> Option<()> {
        let mut factors = core::mem::take(run).factors;
        if factors.len() < 2 {
            tokens.extend(factors.pop()?);
            return Some(());
        }
        self.facts.computes = true;
        let mut product = Vec::new();
        for factor in factors {
            if !product.is_empty() {
                product.push(sign(Sign::Star));
            }
            product.extend(factor);
        }
        tokens.extend(grouped(product));
        Some(())
    }

    fn power(&mut self, run: &mut Run, at: usize, depth: usize) -> Option<usize> {
        if run.is_closed {
            return None;
        }
        let base = run.factors.pop()?;
        let mut from = at + if is_double_star(self.marks, at) { 2 } else { 1 };
        let mut raised = Vec::new();
        if self.what(from) == Some(What::Sign(Sign::Minus)) {
            raised.push(sign(Sign::Minus));
            from += 1;
        }
        let end = match self.what(from)? {
            What::Open(_) => self.marks[from].partner + 1,
            What::Number | What::Name => from + 1,
            _ => return None,
        };
        raised.extend(self.sequence(from, end, depth + 1)?);
        let mut tokens = base;
        tokens.push(sign(Sign::Caret));
        tokens.extend(grouped(raised));
        // Powers of the language bind to what stands before them alone.
        run.factors.push(grouped(tokens));
        run.is_closed = true;
        self.facts.computes = true;
        Some(end)
    }
}
