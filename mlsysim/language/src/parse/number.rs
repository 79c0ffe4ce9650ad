//! Numbers, their units, and units that stand once for several numbers.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::cursor::{Parser, is_keyword, number, suggestion};
use crate::expression::Expression;
use crate::number::{Name, Number, UnitText, group_thousands};
use crate::token::{Delimiter, Extent, Kind, Result, Sign};
use crate::units;

impl Parser<'_> {
    /// `10_000 GPUs`, `45%`, `1.5x`, `$0.12/kWh`, `3 million USD`.
    pub(super) fn number(&mut self) -> Result<Number> {
        let dollar = self.take_sign(Sign::Dollar);
        let here = self.here();
        let Some(token) = self.peek().filter(|token| token.kind == Kind::Number) else {
            return Err(self.error("after `$` stands a number: `$0.12`"));
        };
        let literal = Literal::split(&token.text).map_err(|message| here.error(message))?;
        if let Some(held) = held_instead(literal.digits, literal.exponent) {
            return Err(here.error(format!(
                "`{}` has more digits than an `f64` holds: it would be {held}",
                group_thousands(literal.written)
            )));
        }
        self.at += 1;
        self.no_comma_inside(here)?;
        let mut number = Number {
            negative: false,
            digits: literal.digits,
            exponent: literal.exponent,
            text: group_thousands(literal.written),
            unit: match dollar {
                Some(_) => UnitText::dollars(),
                None => UnitText::default(),
            },
            extent: dollar.unwrap_or(here).to(here),
        };
        match literal.suffix {
            "" => self.unit(&mut number)?,
            "x" if dollar.is_none() => number.unit = UnitText::times(),
            suffix => return Err(here.error(wrong_suffix(literal.written, suffix))),
        }
        Ok(number)
    }

    /// `1,024` would be two numbers.
    fn no_comma_inside(&self, here: Extent) -> Result<()> {
        let mut groups = Vec::new();
        while let Some(group) = self.group_after_comma(2 * groups.len()) {
            groups.push(group);
        }
        if groups.is_empty() {
            return Ok(());
        }
        let last = number(self.at + 2 * groups.len() - 1);
        let first = self.text(here);
        Err(here.to(Extent::at(last)).error(format!(
            "a comma does not group digits: write `{first}_{}`, or a space after the comma for two numbers",
            groups.join("_")
        )))
    }

    /// Three digits after a comma that touches them.
    fn group_after_comma(&self, ahead: usize) -> Option<&str> {
        let (comma, next) = (self.peek_at(ahead)?, self.peek_at(ahead + 1)?);
        let is_comma = comma.kind == Kind::Sign(Sign::Comma) && comma.touches;
        let digits = next.text.split(['.', 'e']).next().unwrap_or_default();
        let is_group = next.kind == Kind::Number
            && next.touches
            && digits.len() == 3
            && digits.bytes().all(|digit| digit.is_ascii_digit());
        (is_comma && is_group).then_some(&next.text)
    }

    /// The unit after a number. Its first name may be anything, the rest must be units.
    fn unit(&mut self, number: &mut Number) -> Result<()> {
        if let Some(percent) = self.take_sign(Sign::Percent) {
            if number.unit.has_dollar() {
                return Err(percent.error(NO_PERCENTAGE));
            }
            number.unit = UnitText::percent();
            number.extent = number.extent.to(percent);
        } else if self.unit_starts() {
            self.factor(number, 1)?;
        }
        while number.unit.unknown.is_none() {
            let sign = match self.peek().map(|token| token.kind) {
                Some(Kind::Sign(Sign::Slash)) => -1,
                // `2*GPU` may well be a constant of that name.
                Some(Kind::Sign(Sign::Star)) if !number.unit.names.is_empty() => 1,
                _ => break,
            };
            let touches = self.peek().is_some_and(|sign| sign.touches)
                && self.peek_at(1).is_some_and(|name| name.touches);
            if !touches || !self.is_unit_at(1) {
                break;
            }
            if number.unit.names.len() >= MOST_NAMES {
                return Err(self.error("a unit has at most eight names"));
            }
            self.at += 1;
            self.factor(number, sign)?;
        }
        Ok(())
    }

    /// One name with its power, and after a word for a number the unit that it counts.
    fn factor(&mut self, number: &mut Number, sign: i32) -> Result<()> {
        let name = self.unit_name()?;
        let is_scale = units::find(&name.text).is_some_and(|named| named.is_scale());
        let power = sign * self.exponent()?;
        number.unit.push(name, power, false, self.own);
        if is_scale && self.unit_starts() {
            let name = self.unit_name()?;
            let power = sign * self.exponent()?;
            number.unit.push(name, power, true, self.own);
        }
        number.extent = number.extent.to(self.before());
        Ok(())
    }

    fn unit_name(&mut self) -> Result<Name> {
        let name = self.name("expected a unit")?;
        if self.is_unit(&name.text) {
            return Ok(name);
        }
        if let Some(instead) = units::instead_of(&name.text) {
            return Err(name
                .extent
                .error(format!("there is no unit `{}`: {instead}", name.text)));
        }
        let known = units::all().map(|named| named.name);
        let near = suggestion(&name.text, known.chain(self.own.names()));
        match near.is_empty() {
            // It may be the name of a `let`, which is answered where those are known.
            true => Ok(name),
            false => Err(name
                .extent
                .error(format!("unknown unit `{}`{near}", name.text))),
        }
    }

    /// Words of the claim language end a number: `5 h to 2 digits`, `5 within 3%`.
    fn unit_starts(&self) -> bool {
        let Some(token) = self.peek().filter(|token| token.kind == Kind::Name) else {
            return false;
        };
        !["to", "within", "is"].contains(&token.text.as_str())
            && !is_keyword(&token.text)
            && !self.goes_on_as_path(1)
            && !self.is_sign_at(1, Sign::Colon)
    }

    fn is_unit(&self, name: &str) -> bool {
        units::find(name).is_some() || self.own.find(name).is_some()
    }

    /// Whether a unit stands there, and nothing that makes it a path or a call.
    fn is_unit_at(&self, ahead: usize) -> bool {
        let name = self.peek_at(ahead).filter(|token| token.kind == Kind::Name);
        name.is_some_and(|name| self.is_unit(&name.text)) && !self.goes_on_as_path(ahead + 1)
    }

    fn goes_on_as_path(&self, ahead: usize) -> bool {
        self.peek_at(ahead).is_some_and(|token| {
            matches!(
                token.kind,
                Kind::Open(Delimiter::Parenthesis) | Kind::Sign(Sign::Path | Sign::Dot)
            )
        })
    }

    fn exponent(&mut self) -> Result<i32> {
        if self.take_sign(Sign::Caret).is_none() {
            return Ok(1);
        }
        // `5 s^-1` would be a power of all of it, and 0.2/s.
        let Some(literal) = self.peek().filter(|token| token.kind == Kind::Number) else {
            return Err(self.error(
                "a unit takes a power from 1 to 3: write `5/s` for `5 s^-1`, and `(5 s)^x` for a power of the number too",
            ));
        };
        match literal.text.parse() {
            Ok(power @ 1..=3) => {
                self.at += 1;
                Ok(power)
            }
            _ => Err(self.error("a unit takes a power from 1 to 3")),
        }
    }

    /// Gives the unit after a list to the bare numbers in it.
    pub(super) fn list_in_unit(
        &mut self,
        mut items: Vec<Expression>,
        mut extent: Extent,
    ) -> Result<Expression> {
        let mut common = Number {
            negative: false,
            digits: 0,
            exponent: 0,
            text: "".to_string(),
            unit: UnitText::default(),
            extent,
        };
        self.unit(&mut common)?;
        if !common.unit.text.is_empty() {
            extent = common.extent;
            items = items
                .into_iter()
                .map(|item| in_unit(item, &common.unit))
                .collect::<Result<_>>()?;
        }
        Ok(Expression::List { items, extent })
    }
}

fn in_unit(item: Expression, unit: &UnitText) -> Result<Expression> {
    match item {
        Expression::Number(number) if number.unit.text.is_empty() => {
            Ok(Expression::Number(Number {
                unit: unit.clone(),
                ..number
            }))
        }
        Expression::Range { low, high } => Ok(Expression::Range {
            low: Box::new(in_unit(*low, unit)?),
            high: Box::new(in_unit(*high, unit)?),
        }),
        other => Err(other.extent().error(format!(
            "the list has the unit `{}`, so each item is a bare number",
            unit.text
        ))),
    }
}

/// `156..312 TFLOP/s`: the unit stands once, after both ends; `$10..20/h` are dollars on both.
pub(super) fn range(low: Expression, high: Expression) -> Result<Expression> {
    let (low, high) = match (low, high) {
        (Expression::Number(low), Expression::Number(high)) => {
            let (low, high) = in_one_unit(low, high)?;
            (Expression::Number(low), Expression::Number(high))
        }
        ends => ends,
    };
    Ok(Expression::Range {
        low: Box::new(low),
        high: Box::new(high),
    })
}

fn in_one_unit(mut low: Number, mut high: Number) -> Result<(Number, Number)> {
    if low.unit.text == "$" {
        if high.unit.text.starts_with(['%', '×']) {
            return Err(high.extent.error(NO_PERCENTAGE));
        }
        high.unit = high.unit.in_dollars();
        low.unit = high.unit.clone();
    } else if low.unit.text.is_empty() {
        low.unit = high.unit.clone();
    }
    Ok((low, high))
}

const NO_PERCENTAGE: &str = "an amount in dollars is no percentage and no multiple";

fn wrong_suffix(number: &str, suffix: &str) -> String {
    let is_rust = suffix.starts_with(['f', 'i', 'u']) && suffix.ends_with(char::is_numeric);
    match is_rust {
        true => format!("a number here has no Rust type: `{number}`"),
        false => format!("a unit stands apart from its number: `{number} {suffix}`"),
    }
}

/// The number that an `f64` holds instead, if it does not hold this one.
fn held_instead(digits: u128, exponent: i32) -> Option<String> {
    // Every number of 15 digits comes back from an `f64` as it was.
    let precision = digits.checked_ilog10().filter(|log| *log >= 15)? as usize;
    let value: f64 = format!("{digits}e{exponent}").parse().ok()?;
    let held = format!("{value:.precision$e}");
    let (mantissa, _) = held.split_once('e')?;
    let is_short = (1e-5..1e20).contains(&value);
    (mantissa.replace('.', "") != digits.to_string()).then(|| match is_short {
        true => value.to_string(),
        false => format!("{value:e}"),
    })
}

/// With powers of three no exponent of a dimension leaves its digit.
const MOST_NAMES: usize = 8;

/// Numbers that are far from what an `f64` holds, so that their products are finite too.
const GREATEST_EXPONENT: i32 = 300;

/// A number's parts.
struct Literal<'a> {
    written: &'a str,
    suffix: &'a str,
    digits: u128,
    exponent: i32,
}

impl<'a> Literal<'a> {
    /// Splits `2.50e-3x` into digits, the power of ten of the last one, and what follows.
    fn split(text: &'a str) -> core::result::Result<Literal<'a>, &'static str> {
        if text.starts_with("0x") || text.starts_with("0o") || text.starts_with("0b") {
            return Err("numbers are decimal here");
        }
        let digits_end = |from: usize| {
            let rest = &text.as_bytes()[from..];
            let is_end = |byte: &u8| !byte.is_ascii_digit() && *byte != b'_';
            from + rest.iter().position(is_end).unwrap_or(rest.len())
        };
        let whole_end = digits_end(0);
        let whole = &text[..whole_end];
        if whole.len() > 1 && whole.starts_with('0') {
            return Err("a number does not begin with a zero");
        }
        if !is_grouped(whole) {
            return Err("digits are grouped by threes: `10_000`");
        }
        let mut end = whole_end;
        let mut fraction = "";
        if text[end..].starts_with('.') {
            let fraction_end = digits_end(end + 1);
            fraction = &text[end + 1..fraction_end];
            if !fraction.starts_with(|c: char| c.is_ascii_digit()) {
                return Err("a digit is missing after the point");
            }
            end = fraction_end;
        }
        let (exponent, end) = exponent(text, end)?;
        let fraction_digits = fraction.bytes().filter(u8::is_ascii_digit).count();
        let exponent = exponent
            .filter(|exponent| exponent.abs() <= GREATEST_EXPONENT)
            .ok_or("an exponent lies between -300 and 300")?;
        let mut digits: u128 = 0;
        let mut significant = 0;
        for digit in whole
            .bytes()
            .chain(fraction.bytes())
            .filter(u8::is_ascii_digit)
        {
            significant += usize::from(digits > 0 || digit != b'0');
            if significant > 25 {
                return Err("a number has at most 25 digits");
            }
            digits = digits * 10 + u128::from(digit - b'0');
        }
        let exponent = exponent - i32::try_from(fraction_digits).unwrap_or(i32::MAX / 2);
        let first_digit = exponent.saturating_add(i32::try_from(significant).unwrap_or(i32::MAX));
        if digits > 0 && (first_digit - 1).abs() > GREATEST_EXPONENT {
            return Err("a number lies between 1e-300 and 1e300");
        }
        Ok(Literal {
            written: &text[..end],
            suffix: &text[end..],
            digits,
            exponent,
        })
    }
}

/// Whether each `_` has three digits behind it: `1_00` may be 100 or 1,000.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split('_');
    let first = groups.next().unwrap_or_default();
    first == whole || (first.len() <= 3 && groups.all(|group| group.len() == 3))
}

/// The exponent that begins at a byte, and where it ends; `None` if it is no number.
fn exponent(text: &str, start: usize) -> core::result::Result<(Option<i32>, usize), &'static str> {
    let Some(rest) = text[start..].strip_prefix(['e', 'E']) else {
        return Ok((Some(0), start));
    };
    let sign = usize::from(rest.starts_with(['+', '-']));
    let is_end = |c: char| !c.is_ascii_digit() && c != '_';
    let length = rest[sign..].find(is_end).unwrap_or(rest.len() - sign);
    if length == 0 {
        // The letter begins a unit that was not set apart, such as `5eV`.
        return Ok((Some(0), start));
    }
    let end = start + 1 + sign + length;
    let written = text[start + 1..end].replace('_', "");
    Ok((written.parse().ok(), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_no_f64_holds_is_found() {
        for (digits, exponent, held) in [
            (12_345_678_901_234_567, 0, "12345678901234568"),
            (100_000_000_000_000_001, -17, "1"),
            (9_007_199_254_740_993, 0, "9007199254740992"),
            (1_234_567_890_123_456_789, 282, "1.2345678901234568e300"),
        ] {
            assert_eq!(held_instead(digits, exponent).as_deref(), Some(held));
        }
        for (digits, exponent) in [
            (1_125_899_906_842_624, 0),
            (6_666_666_666_666_666, -16),
            (100_000_000_000_000_000, -17),
            (123_456_789_012_345, -30),
            (0, 0),
        ] {
            assert_eq!(held_instead(digits, exponent), None, "{digits}");
        }
    }
}
