//! One side of an equality, written in the tokens of the language.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::marks::{Mark, What, marks};
use super::notation::{Notation, Reading};
use super::numeral::split;
use super::run::Writer;
use super::tokens::pair;
use super::unit;
use mlsysim_language::expression::Expression;
use mlsysim_language::parse::Parser;
use mlsysim_language::token::Sign;

/// What stands on one side of a relation.
#[derive(Clone, Debug)]
pub struct Side {
    pub(super) marks: Vec<Mark>,
    pub(super) notation: Notation,
    /// The bytes of the source that it stands on.
    pub range: Range<usize>,
}

/// A side as the language reads it.
#[derive(Clone, Debug)]
pub struct Written {
    /// What it says.
    pub expression: Expression,
    /// The names in it: the expression has `S0`, `S1` and so on in their places.
    pub symbols: Vec<String>,
    /// Whether something is computed, and not only stated.
    pub computes: bool,
    /// Whether a unit stands in it: without one both readings are the same.
    pub has_units: bool,
    /// Whether a letter in it may be bytes or billions.
    pub is_ambiguous: bool,
    /// Whether an operand converts between prefixes: `/ 1e9`, `* 1000`, `/ 2**30`,
    /// `* 60`.
    pub converts: bool,
    /// Whether an operand is a large or a small number with a power of ten, so that it is in
    /// units without a prefix.
    pub is_in_base_units: bool,
    /// Whether a percentage is added to something or taken from it: of what, is not said.
    pub adds_percent: bool,
    /// Whether it is multiplied by the 8,760 hours of a year.
    pub is_in_hours: bool,
}

/// As many tokens as one side may have; longer ones are no napkin math.
const MOST_MARKS: usize = 400;

/// As many tokens as a symbol with its index may have.
const MOST_OF_SYMBOL: usize = 12;

impl Side {
    pub(super) fn of(marks: &[Mark], notation: Notation) -> Option<Side> {
        let (first, last) = (marks.first()?, marks.last()?);
        let mut side = Side {
            range: first.range.start..last.range.end,
            marks: marks.to_vec(),
            notation,
        };
        side.pair();
        Some(side)
    }

    /// Counts partners from the first token of this side.
    fn pair(&mut self) {
        let mut open = Vec::new();
        for at in 0..self.marks.len() {
            match self.marks[at].what {
                What::Open(_) => open.push(at),
                What::Close => {
                    if let Some(start) = open.pop() {
                        self.marks[start].partner = at;
                        self.marks[at].partner = start;
                    }
                }
                _ => {}
            }
        }
    }

    /// Gives it the unit with which the text behind it begins, and tells how long that is.
    pub fn take_unit(&mut self, behind: &str) -> Option<usize> {
        let near = &behind[..behind.floor_char_boundary(behind.len().min(64))];
        let (gap, text) = unit::start_of(near);
        let tail = marks(text, Notation::Text);
        let (_, end) = unit::unit(&tail, 0, Notation::Text).filter(|(_, end)| *end > 0)?;
        let length = gap + tail.get(end - 1)?.range.end;
        let at = self.range.end;
        self.marks.extend(tail[..end].iter().map(|mark| Mark {
            range: at..at,
            partner: 0,
            ..mark.clone()
        }));
        Some(length)
    }

    /// Whether signs of a computation stand in it; what it says is read by [`Side::written`].
    pub fn may_compute(&self) -> bool {
        self.marks.iter().any(|mark| match mark.what {
            What::Sign(sign) => !matches!(sign, Sign::Dollar | Sign::Percent),
            What::Open(_) | What::Bar => true,
            What::Number => !mark.text.is_ascii() || mark.text.contains('x'),
            What::Name => matches!(&*mark.text, "x" | "X" | "times"),
            What::Close | What::Row | What::Other => false,
        }) || self.marks.len() > 1 && self.notation == Notation::Latex
    }

    /// The name, if it is a symbol and nothing else.
    pub fn symbol(&self) -> Option<String> {
        let may_be = self
            .marks
            .first()
            .is_some_and(|mark| mark.what == What::Name);
        if !may_be || self.marks.len() > MOST_OF_SYMBOL {
            return None;
        }
        let reading = Reading {
            units: true,
            bytes: true,
        };
        let written = self.written(reading)?;
        match (&written.expression, &*written.symbols) {
            (Expression::Place(_), [symbol]) => Some(symbol.clone()),
            _ => None,
        }
    }

    /// Whether a number is one of its operands.
    pub fn has_operand(&self, value: f64) -> bool {
        let numbers = self.marks.iter().filter(|mark| mark.what == What::Number);
        numbers.into_iter().any(|mark| {
            let digits = split(&mark.text).0.replace('_', "");
            digits.parse() == Ok(value)
        })
    }

    /// The side as the language reads it; nothing if it does not.
    pub fn written(&self, reading: Reading) -> Option<Written> {
        if self.marks.len() > MOST_MARKS {
            return None;
        }
        let mut writer = Writer::new(&self.marks, self.notation, reading);
        let mut tokens = writer.sequence(0, self.marks.len(), 0)?;
        pair(&mut tokens);
        let mut parser = Parser::new(&tokens);
        let expression = parser.expression().ok()?;
        parser.finish().ok()?;
        let facts = writer.facts;
        Some(Written {
            expression,
            symbols: facts.symbols,
            computes: facts.computes,
            has_units: facts.has_units,
            is_ambiguous: facts.is_ambiguous,
            converts: facts.converts,
            is_in_base_units: facts.is_in_base_units,
            is_in_hours: facts.is_in_hours,
            adds_percent: facts.adds && facts.has_percent,
        })
    }
}
