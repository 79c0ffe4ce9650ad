//! Operands, and the operators that a page leaves out.
//!
//! `2ND / 3` is `(2 * N * D) / 3`: what stands beside each other binds tighter than a slash.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Notation;
use super::marks::{Group, Mark, What};
use super::numeral::{exponent, is_double_star, raised, split, times_ten};
use super::side::{Reading, Side, grouped, place, sign, token};
use super::symbol::{Meaning, meaning};
use super::unit::{close_up, glued, magnitude, unit};
use crate::operation::{Builtin, Takes};
use crate::token::{Kind, Sign, Token};

/// Deeper groups are no napkin math.
const MOST_DEPTH: usize = 24;

/// As many words as may name what is counted: `12 attention heads`.
const MOST_WORDS: usize = 2;

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
}

/// Writes the marks of a side as tokens of the language.
pub(super) struct Writer<'a> {
    marks: &'a [Mark],
    notation: Notation,
    reading: Reading,
    pub(super) facts: Facts,
}

/// What stands beside each other without an operator.
#[derive(Default)]
struct Run {
    factors: Vec<Vec<Token>>,
    /// Words that say what is counted.
    words: usize,
    /// Whether the last factor has a power or a unit.
    is_closed: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(side: &'a Side, reading: Reading) -> Writer<'a> {
        Writer {
            marks: &side.marks,
            notation: side.notation,
            reading,
            facts: Facts::default(),
        }
    }

    fn what(&self, at: usize) -> Option<What> {
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

    /// The next operand, beside those of the run.
    fn factor(
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

    fn number(&mut self, run: &mut Run, at: usize, to: usize, is_divided: bool) -> Option<usize> {
        let mut tokens = Vec::new();
        let mut at = at;
        if self.what(at) == Some(What::Sign(Sign::Dollar)) {
            self.facts.has_units = true;
            if self.reading.units {
                tokens.push(sign(Sign::Dollar));
            }
            at += 1;
        }
        let mark = self
            .marks
            .get(at)
            .filter(|mark| mark.what == What::Number)?;
        let (digits, suffix) = split(&mark.text);
        let mut literal = digits.to_string();
        let mut end = at + 1;
        let power = self.power_of_ten(digits, suffix, end, is_divided);
        if let Some((factor, exponent, after)) = power.filter(|(.., after)| *after <= to) {
            literal = format!("{factor}e{exponent}");
            end = after;
        }
        self.learn(&literal, at, end);
        tokens.push(token(Kind::Number, &literal));
        run.is_closed = false;
        if power.is_none() && !suffix.is_empty() {
            return self.suffix(run, tokens, suffix, end);
        }
        if let Some((unit, after)) = unit(self.marks, end, self.notation)
            && after <= to
        {
            self.facts.has_units |= !unit.tokens.is_empty();
            let mut unit = match self.reading.units {
                true => unit.tokens,
                false => unit.bare,
            };
            close_up(&mut unit);
            tokens.extend(unit);
            run.is_closed = true;
            end = after;
        }
        run.factors.push(tokens);
        Some(end)
    }

    /// `3 × 10⁸`, `10^{12}`: the factor, the exponent and the mark after it.
    fn power_of_ten<'d>(
        &self,
        digits: &'d str,
        suffix: &str,
        end: usize,
        is_divided: bool,
    ) -> Option<(&'d str, i32, usize)> {
        if digits.contains(['e', 'E']) {
            return None;
        }
        if digits == "10" && !suffix.is_empty() {
            return Some(("1", raised(suffix)?.parse().ok()?, end));
        }
        if !suffix.is_empty() {
            return None;
        }
        if digits == "10" {
            let (exponent, after) = exponent(self.marks, end)?;
            return Some(("1", exponent, after));
        }
        // A program would divide by the factor alone.
        let star = self.marks.get(end)?;
        if is_divided && self.notation == Notation::Text && star.range.len() == 1 {
            return None;
        }
        let (exponent, after) = times_ten(self.marks, end)?;
        Some((digits, exponent, after))
    }

    /// What is glued to a number: `439us`, `70B`, `2²`, `2x`.
    fn suffix(
        &mut self,
        run: &mut Run,
        mut tokens: Vec<Token>,
        suffix: &str,
        end: usize,
    ) -> Option<usize> {
        if let Some(exponent) = raised(suffix) {
            tokens.push(sign(Sign::Caret));
            tokens.extend(grouped(power_tokens(&exponent)));
            run.factors.push(grouped(tokens));
            self.facts.computes = true;
            run.is_closed = true;
            return Some(end);
        }
        run.is_closed = true;
        if matches!(suffix, "x" | "×") {
            run.factors.push(tokens);
            return Some(end);
        }
        let letter = magnitude(suffix);
        let unit = glued(suffix);
        let as_unit = match (letter, &unit) {
            (Some(_), Some(_)) => {
                self.facts.is_ambiguous = true;
                self.reading.bytes
            }
            (Some(_), None) => false,
            (None, Some(_)) => true,
            (None, None) => return None,
        };
        self.facts.has_units |= as_unit;
        match as_unit {
            true if self.reading.units => tokens.extend(unit?),
            true => {}
            false => tokens.push(token(Kind::Name, letter?)),
        }
        run.factors.push(tokens);
        Some(end)
    }

    /// What an operand says of the units of all.
    fn learn(&mut self, literal: &str, at: usize, end: usize) {
        let before = at.checked_sub(1).and_then(|before| self.what(before));
        let is_joined = matches!(
            before,
            Some(What::Sign(Sign::Star | Sign::Slash) | What::Name | What::Open(_))
        );
        let value: f64 = literal.replace('_', "").parse().unwrap_or(0.0);
        let is_thousands = [1e3, 1e6, 1e9, 1e12, 1e15, 1e-3, 1e-6, 1e-9, 1e-12].contains(&value);
        let is_binary = [1024.0, 1_048_576.0, 1_073_741_824.0].contains(&value);
        let is_power_of_two =
            value == 2.0 && exponent(self.marks, end).is_some_and(|(power, _)| power % 10 == 0);
        let is_time = [60.0, 1440.0, 3600.0, 86_400.0, 24.0].contains(&value);
        if is_joined && (is_thousands || is_binary || is_power_of_two || is_time) {
            self.facts.converts = true;
        }
        // The hours of a year.
        if value == 8760.0 {
            match before {
                Some(What::Sign(Sign::Slash) | What::Open(_)) => self.facts.converts = true,
                _ => self.facts.is_in_hours = true,
            }
        }
        if let Some((mantissa, power)) = literal.split_once(['e', 'E']) {
            let power: i32 = power.parse().unwrap_or(0);
            self.facts.is_in_base_units |= mantissa != "1" && power.abs() >= 6;
        }
    }
}

/// Words that join two phrases, and count nothing.
const JOINS: [&str; 22] = [
    "and", "or", "of", "to", "in", "for", "from", "with", "by", "at", "on", "is", "are", "if",
    "as", "plus", "minus", "over", "divided", "per", "than", "the",
];

fn power_tokens(exponent: &str) -> Vec<Token> {
    match exponent.strip_prefix('-') {
        Some(digits) => [sign(Sign::Minus), token(Kind::Number, digits)].to_vec(),
        None => [token(Kind::Number, exponent)].to_vec(),
    }
}
