//! Numbers with their units: value, text, and what a printed number stands for.

mod joined;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use joined::{Joined, join};

use crate::nouns::Nouns;
use crate::token::Extent;
use crate::units::own::{OwnUnits, in_words};
use crate::units::{self, Named};

/// A number as written, in its unit.
#[derive(Clone, Debug)]
pub struct Number {
    /// Whether a minus stands before it.
    pub negative: bool,
    /// Decimal digits without the point.
    pub digits: u128,
    /// The power of ten of the last digit.
    pub exponent: i32,
    /// As the book prints the number alone: `10,000`, `2.5e-5`.
    pub text: String,
    /// What it is in.
    pub unit: UnitText,
    /// Where it stands.
    pub extent: Extent,
}

/// A name with its place.
#[derive(Clone, Debug)]
pub struct Name {
    /// As it is written.
    pub text: String,
    /// Where it stands.
    pub extent: Extent,
}

/// A unit expression such as `GB/s`, with its text.
#[derive(Clone, Debug, Default)]
pub struct UnitText {
    /// As the book prints it, `$` first where the number has one before it.
    pub text: String,
    /// How large one of it is.
    pub factor: Factor,
    /// Its dimension, packed.
    pub dimension: i64,
    /// A name right after the number that is no unit.
    pub unknown: Option<Name>,
    /// Every name that stands in it.
    pub names: Vec<Name>,
    /// What it counts, and what it counts it for: `tokens/request`.
    pub nouns: Nouns,
}

/// A conversion factor as numerator over denominator, so that `h/week` stays exact.
#[derive(Clone, Copy, Debug)]
pub struct Factor {
    numerator: f64,
    denominator: f64,
}

impl Default for Factor {
    fn default() -> Self {
        Factor {
            numerator: 1.0,
            denominator: 1.0,
        }
    }
}

impl Factor {
    fn multiply(&mut self, factor: f64, power: i32) {
        let target = match power {
            0.. => &mut self.numerator,
            _ => &mut self.denominator,
        };
        for _ in 0..power.unsigned_abs() {
            *target *= factor;
        }
    }

    /// As one number.
    pub fn value(self) -> f64 {
        self.numerator / self.denominator
    }

    /// So many of it.
    pub fn scale(self, number: f64) -> f64 {
        number * self.numerator / self.denominator
    }
}

impl UnitText {
    /// Dollars, with the sign before the number.
    pub fn dollars() -> Self {
        let mut unit = UnitText::default();
        unit.multiply("USD", 1);
        unit.text.push('$');
        unit
    }

    /// Percent.
    pub fn percent() -> Self {
        let mut unit = UnitText::default();
        unit.multiply("percent", 1);
        unit.text.push('%');
        unit
    }

    /// A multiple, such as `1.5x`.
    pub fn times() -> Self {
        let mut unit = UnitText::default();
        unit.multiply("x", 1);
        unit.text.push('×');
        unit
    }

    /// The same with a dollar sign before the number.
    pub(crate) fn in_dollars(self) -> Self {
        if self.has_dollar() {
            return self;
        }
        let mut unit = self;
        unit.multiply("USD", 1);
        unit.text.insert(0, '$');
        unit
    }

    /// Whether a dollar sign stands before the number.
    pub fn has_dollar(&self) -> bool {
        self.text.starts_with('$')
    }

    fn multiply(&mut self, name: &str, power: i32) -> Option<Named> {
        let named = units::find(name)?;
        self.factor.multiply(named.unit.factor, power);
        self.dimension += named.dimension() * i64::from(power);
        if let Some(noun) = named.counted() {
            self.nouns.push(&noun, power);
        }
        Some(named)
    }

    /// The same by a unit of the book's own; gives how the book prints it.
    fn multiply_own(&mut self, name: &str, power: i32, own: &OwnUnits) -> Option<String> {
        let unit = own.find(name)?;
        self.factor.multiply(unit.factor, power);
        self.dimension += unit.dimension * i64::from(power);
        self.nouns.multiply(&unit.nouns, power);
        Some(in_words(name))
    }

    /// Multiplies by a unit; what is none is remembered.
    pub fn push(&mut self, name: Name, power: i32, after_scale_word: bool, own: &OwnUnits) {
        let known = match self.multiply(&name.text, power) {
            Some(named) => Some(named.symbol()),
            None => self.multiply_own(&name.text, power, own),
        };
        let symbol = known.unwrap_or_else(|| {
            self.unknown = Some(name.clone());
            name.text.clone()
        });
        self.names.push(name);
        let is_first = self.text.is_empty() || self.text == "$";
        if power < 0 && !after_scale_word {
            self.text.push('/');
        } else if after_scale_word {
            self.text.push(' ');
        } else if !is_first {
            self.text.push('·');
        }
        self.text.push_str(&symbol);
        self.text.push_str(superscript(power.unsigned_abs()));
    }
}

fn superscript(power: u32) -> &'static str {
    match power {
        2 => "²",
        3 => "³",
        _ => "",
    }
}

/// What a stated number stands for under the rounding rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least value that prints so.
    pub low: f64,
    /// The greatest.
    pub high: f64,
}

/// As many decimal digits as every `f64` holds.
pub const MOST_DIGITS: u32 = 15;

impl Number {
    /// The value in the stated unit.
    pub fn value(&self) -> f64 {
        decimal(self.negative, self.digits, self.exponent)
    }

    /// The value in base units.
    pub fn base_value(&self) -> f64 {
        self.unit.factor.scale(self.value())
    }

    /// How many significant digits are written.
    pub fn significant_digits(&self) -> u32 {
        decimal_digits(self.digits)
    }

    /// How many significant digits are left without the zeros at the end.
    pub fn digits_without_zeros(&self) -> u32 {
        decimal_digits(self.without_zeros().0)
    }

    fn without_zeros(&self) -> (u128, i32) {
        let (mut digits, mut exponent) = (self.digits, self.exponent);
        while digits != 0 && digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        (digits, exponent)
    }

    /// Every value within half a unit of the last printed digit, ends included.
    pub fn interval(&self) -> Interval {
        self.around(self.exponent, self.exponent)
    }

    /// Every value that, rounded to so many significant digits, is this number; `None` if that
    /// number has more digits than that.
    ///
    /// Below a power of ten the digits are ten times finer: 1,000 to 2 digits begins at 995.
    pub fn rounded_to(&self, digits: u32) -> Option<Interval> {
        let (bare, exponent) = self.without_zeros();
        let more = i32::try_from(digits).ok()? - i32::try_from(decimal_digits(bare)).ok()?;
        if digits == 0 || more < 0 || bare == 0 {
            return None;
        }
        // No text is as long as these places are far.
        let last = exponent.saturating_sub(more).max(i32::MIN / 4);
        let below = if bare == 1 { last - 1 } else { last };
        Some(self.around(below, last))
    }

    /// Half a unit of the digits with the given powers of ten, towards zero and away from it.
    fn around(&self, inner: i32, outer: i32) -> Interval {
        let low = self.moved(inner, -1);
        let high = self.moved(outer, 1);
        match self.negative {
            true => Interval {
                low: -high,
                high: -low,
            },
            false => Interval { low, high },
        }
    }

    /// The magnitude half a unit of a digit farther or nearer, correctly rounded.
    fn moved(&self, place: i32, sign: i128) -> f64 {
        // In units of a twentieth of the finer of the two last digits: an exact decimal.
        let finest = place.min(self.exponent) - 1;
        let scale = |power: i32| 10_u128.checked_pow((power - finest).unsigned_abs());
        let exact = scale(self.exponent)
            .and_then(|scale| self.digits.checked_mul(scale))
            .zip(scale(place))
            .and_then(|(digits, unit)| {
                let digits = i128::try_from(digits).ok()?;
                digits.checked_add(sign * i128::try_from(unit / 2).ok()?)
            });
        match exact {
            Some(moved) => decimal(moved < 0, moved.unsigned_abs(), finest),
            // So many digits are refused where precision matters.
            None => decimal(false, self.digits, self.exponent),
        }
    }

    /// A stated value within a relative tolerance.
    pub fn within(&self, tolerance: f64) -> Interval {
        let (value, margin) = (self.value(), self.value().abs() * tolerance);
        Interval {
            low: value - margin,
            high: value + margin,
        }
    }

    /// Whether its last digit says more than the tolerance leaves of it.
    pub fn is_finer_than(&self, tolerance: f64) -> bool {
        // Zeros before the point may be there for the size alone, `15.000` says them.
        let exponent = match self.text.contains('.') {
            true => self.exponent,
            false => self.without_zeros().1,
        };
        let last = decimal(false, 1, exponent);
        last * 10.0 < self.value().abs() * tolerance
    }

    /// Whether both are one quantity: one value in one dimension, in whatever unit.
    pub fn is_same_quantity(&self, other: &Number) -> bool {
        let (value, stated) = (self.base_value(), other.base_value());
        let is_equal = (value - stated).abs() <= 1e-12 * stated.abs();
        self.unit.dimension == other.unit.dimension && is_equal
    }

    /// The number with its unit, as the book prints it.
    pub fn full_text(&self) -> String {
        join(&self.text, &self.unit.text)
    }
}

/// `10_000` prints as "10,000"; digits after the point stay as they are.
pub fn group_thousands(written: &str) -> String {
    let clean = written.replace('_', "");
    let end = clean.find(['.', 'e', 'E']).unwrap_or(clean.len());
    let (whole, rest) = clean.split_at(end);
    let (sign, whole) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut grouped = sign.to_string();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn decimal_digits(digits: u128) -> u32 {
    digits.checked_ilog10().map_or(1, |log| log + 1)
}

/// The `f64` nearest to a decimal number.
fn decimal(negative: bool, digits: u128, exponent: i32) -> f64 {
    let sign = if negative { "-" } else { "" };
    // Such a text always is a number.
    format!("{sign}{digits}e{exponent}")
        .parse()
        .unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests;
