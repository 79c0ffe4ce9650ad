//! Numbers with what is glued to them: `$3`, `3 × 10⁸`, `439us`, `70B`.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::marks::What;
use super::notation::Notation;
use super::numeral::{exponent, raised, split, times_ten};
use super::run::{Run, Writer};
use super::tokens::{grouped, sign, token};
use super::unit::{close_up, unit};
use super::word::{glued, magnitude};
use mlsysim_language::token::{Kind, Sign, Token};

impl Writer<'_> {
    pub(super) fn number(
        &mut self,
        run: &mut Run,
        at: usize,
        to: usize,
        is_divided: bool,
    ) -> Option<usize> {
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
            self.facts.has_percent |= self.what(end) == Some(What::Sign(Sign::Percent));
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
        // `1920x1080`
        let second = suffix.strip_prefix(['x', '×']);
        if let Some(second) =
            second.filter(|second| second.starts_with(|c: char| c.is_ascii_digit()))
        {
            let (digits, rest) = split(second);
            if !rest.is_empty() {
                return None;
            }
            tokens.push(sign(Sign::Star));
            tokens.push(token(Kind::Number, digits));
            run.factors.push(grouped(tokens));
            self.facts.computes = true;
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

fn power_tokens(exponent: &str) -> Vec<Token> {
    match exponent.strip_prefix('-') {
        Some(digits) => [sign(Sign::Minus), token(Kind::Number, digits)].to_vec(),
        None => [token(Kind::Number, exponent)].to_vec(),
    }
}
