//! Number literals with their units: value, printed text and printed precision.

use proc_macro2::Span;
use syn::Ident;

use super::Extent;
use crate::units;

/// A number as written, in its unit.
#[derive(Clone)]
pub(crate) struct Number {
    pub(crate) negative: bool,
    /// Decimal digits without the point, and the power of ten of the last.
    pub(crate) digits: u128,
    pub(crate) exponent: i32,
    /// As the book prints the number alone: `10,000`, `2.5e-5`.
    pub(crate) text: String,
    pub(crate) unit: UnitText,
    pub(crate) extent: Extent,
}

/// A unit expression such as `GB/s`, with its text.
#[derive(Clone, Default)]
pub(crate) struct UnitText {
    /// Whether the number was written with a dollar sign before it.
    pub(crate) dollar: bool,
    pub(crate) text: String,
    pub(crate) factor: Factor,
    pub(crate) dimension: i64,
    /// A name right after the number that the table does not have.
    pub(crate) unknown: Option<Ident>,
    /// Every name that stands in it.
    pub(crate) names: Vec<Ident>,
}

/// A conversion factor as numerator over denominator, so that `h/week` stays exact.
#[derive(Clone, Copy)]
pub(crate) struct Factor {
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
        let target = if power < 0 {
            &mut self.denominator
        } else {
            &mut self.numerator
        };
        *target *= factor.powi(power.abs());
    }

    pub(crate) fn value(self) -> f64 {
        self.numerator / self.denominator
    }

    pub(crate) fn scale(self, number: f64) -> f64 {
        number * self.numerator / self.denominator
    }
}

impl UnitText {
    pub(crate) fn dollars() -> Self {
        let mut unit = UnitText {
            dollar: true,
            ..UnitText::default()
        };
        unit.push(&Ident::new("USD", Span::call_site()), 1, false);
        unit.text.clear();
        unit.names.clear();
        unit
    }

    pub(crate) fn percent() -> Self {
        let mut unit = UnitText::default();
        unit.push(&Ident::new("percent", Span::call_site()), 1, false);
        unit.names.clear();
        unit
    }

    /// Multiplies by a unit; the first one may be unknown to the table.
    pub(crate) fn push(&mut self, name: &Ident, power: i32, after_scale_word: bool) {
        let written = name.to_string();
        self.names.push(name.clone());
        let symbol = match units::find(&written) {
            Some(unit) => {
                self.factor.multiply(unit.factor, power);
                self.dimension += unit.dimension() * i64::from(power);
                unit.symbol.to_owned()
            }
            None => {
                self.unknown = Some(name.clone());
                written
            }
        };
        if power < 0 {
            self.text.push('/');
        } else if after_scale_word {
            self.text.push(' ');
        } else if !self.text.is_empty() {
            self.text.push('·');
        }
        self.text.push_str(&symbol);
        self.text.push_str(superscript(power.abs()));
    }
}

fn superscript(power: i32) -> &'static str {
    match power {
        2 => "²",
        3 => "³",
        4 => "⁴",
        _ => "",
    }
}

/// What a stated number stands for under the rounding rule: every value
/// within half a unit of its last printed digit.
pub(crate) struct Interval {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Number {
    /// The value in the stated unit.
    pub(crate) fn value(&self) -> f64 {
        decimal(self.negative, self.digits, self.exponent)
    }

    /// The value in base units (before the factor of an unknown unit).
    pub(crate) fn base_value(&self) -> f64 {
        self.unit.factor.scale(self.value())
    }

    /// Half a unit of the last printed digit, or of the given significant digit.
    pub(crate) fn interval(&self, significant: Option<u32>) -> Interval {
        let last = match significant {
            Some(wanted) => self.exponent + decimal_digits(self.digits) as i32 - wanted as i32,
            None => self.exponent,
        };
        // In units of half the last digit, so that the ends are exact decimals.
        let (scaled, exponent) = if last > self.exponent {
            (self.digits * 2, self.exponent)
        } else {
            (
                self.digits * 2 * 10_u128.pow((self.exponent - last) as u32),
                last,
            )
        };
        let half = if last > self.exponent {
            10_u128.pow((last - self.exponent) as u32)
        } else {
            1
        };
        let magnitude_low = halves(scaled as i128 - half as i128, exponent);
        let magnitude_high = halves(scaled as i128 + half as i128, exponent);
        if self.negative {
            Interval {
                low: -magnitude_high,
                high: -magnitude_low,
            }
        } else {
            Interval {
                low: magnitude_low,
                high: magnitude_high,
            }
        }
    }

    /// A stated value within a relative tolerance.
    pub(crate) fn within(&self, tolerance: f64) -> Interval {
        let (value, margin) = (self.value(), self.value().abs() * tolerance);
        Interval {
            low: value - margin,
            high: value + margin,
        }
    }

    pub(crate) fn significant_digits(&self) -> u32 {
        decimal_digits(self.digits)
    }

    /// The number with its unit, as the book prints it.
    pub(crate) fn full_text(&self) -> String {
        join(&self.text, &self.unit)
    }
}

/// `5` and `h` make "5 h"; `$` stands before, `%` and `×` stick.
fn join(number: &str, unit: &UnitText) -> String {
    let (sign, magnitude) = match number.strip_prefix('-') {
        Some(magnitude) => ("-", magnitude),
        None => ("", number),
    };
    let dollar = if unit.dollar { "$" } else { "" };
    let space = if unit.text.is_empty() || unit.text.starts_with(['%', '×', '/']) {
        ""
    } else {
        " "
    };
    format!("{sign}{dollar}{magnitude}{space}{}", unit.text)
}

fn decimal_digits(digits: u128) -> u32 {
    digits.checked_ilog10().map_or(1, |log| log + 1)
}

fn decimal(negative: bool, digits: u128, exponent: i32) -> f64 {
    let sign = if negative { "-" } else { "" };
    format!("{sign}{digits}e{exponent}")
        .parse()
        .expect("a decimal number")
}

/// `halves / 2 * 10^exponent`, correctly rounded.
fn halves(halves: i128, exponent: i32) -> f64 {
    decimal(halves < 0, halves.unsigned_abs() * 5, exponent - 1)
}
