//! How many digits a number has: the one place that decides it.

use alloc::format;
use alloc::string::String;

pub(crate) use crate::units::text::{ALL_DIGITS, DIGITS};
use crate::units::text::{
    Text, digits_apart, digits_beside, digits_beside_at_least, digits_in_full, round_significant,
};
use mlsysim_language::operation::{nearly_equal, within};

/// From here on a whole number that ends in zeros reads better as a power of ten.
const LARGE: f64 = 1e9;

/// The figure of a claim that a computed value is shown beside.
pub(crate) struct Figure<'a> {
    /// The number as stated.
    pub(crate) text: &'a str,
    /// The smallest value that it stands for.
    pub(crate) low: f64,
    /// The largest.
    pub(crate) high: f64,
}

impl Figure<'_> {
    /// A number as written, and half a unit of its last digit on both sides.
    pub(crate) fn written(text: &str) -> Option<Figure<'_>> {
        let value = parse(text)?;
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let decimals = mantissa.split_once('.').map_or(0, |(_, after)| after.len());
        let last = exponent.parse::<i32>().ok()? - i32::try_from(decimals).ok()?;
        let half = crate::units::math::powi(10.0, last) / 2.0;
        Some(Figure {
            text,
            low: value - half,
            high: value + half,
        })
    }
}

/// Whether a value rounds to a number as written: within half a unit of its last digit.
///
/// ```
/// use mlsysim::viz::digits::agrees;
/// assert!(agrees(4.07, "4"));
/// assert!(!agrees(32.55, "32"));
/// ```
pub fn agrees(value: f64, text: &str) -> bool {
    Figure::written(text).is_some_and(|figure| within(value, figure.low, figure.high))
}

/// A computed value, in the unit of the figure that it is shown beside: one digit more than
/// stated, and never at odds with what the claim was found to be.
pub(crate) fn beside(value: f64, figure: &Figure) -> String {
    let (low, high) = (figure.low, figure.high);
    if figure.text.contains(['e', 'E']) {
        return power_of_ten(value, digits_beside_at_least(value, low, high, 1));
    }
    rounded(value, digits_beside(value, low, high))
}

/// A computed value, in the unit of others that it is to be seen apart from.
pub(crate) fn apart(value: f64, others: &[f64], least: u8) -> String {
    let digits = others
        .iter()
        .map(|other| digits_apart(value, *other, least));
    // More digits can only take a value further from the numbers that it lies between.
    let mut digits = digits.max().unwrap_or(least);
    let side = |value: f64, other: f64| !nearly_equal(value, other) && value > other;
    let is_apart = |digits: u8| {
        let shown = round_significant(value, digits);
        others
            .iter()
            .all(|other| side(shown, *other) == side(value, *other))
    };
    while digits < ALL_DIGITS && !is_apart(digits) {
        digits += 1;
    }
    significant(value, digits)
}

/// A number that nobody stated: so many significant digits, and never a zero in the place of a
/// digit that is not zero. Whole numbers are shown in full; others, from 1e9 on, with a power
/// of ten.
pub(crate) fn significant(value: f64, digits: u8) -> String {
    let is_whole = value.abs() < 1e15 && crate::units::math::round(value) == value;
    if is_whole {
        rounded(value, ALL_DIGITS)
    } else if value.abs() < LARGE || !value.is_finite() {
        rounded(value, digits_in_full(value, digits))
    } else {
        power_of_ten(value, digits)
    }
}

/// The same for a derivation, where 175,000,000,000 reads as 1.75e11.
pub(crate) fn compact(value: f64, digits: u8) -> String {
    let text = significant(value, digits);
    let figures = text
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>();
    let is_plain = !text.contains(['e', '.']);
    let is_round = figures.trim_end_matches('0').len() <= DIGITS.into();
    if value.abs() < LARGE || !is_plain || !is_round {
        return text;
    }
    power_of_ten(value, DIGITS)
}

/// `1.75e11`, with so many digits but zeros at the end.
fn power_of_ten(value: f64, digits: u8) -> String {
    let text = format!("{value:.*e}", usize::from(digits.max(1)) - 1);
    let Some((mantissa, exponent)) = text.split_once('e') else {
        return text;
    };
    let mantissa = match mantissa.contains('.') {
        true => mantissa.trim_end_matches('0').trim_end_matches('.'),
        false => mantissa,
    };
    format!("{mantissa}e{exponent}")
}

fn rounded(value: f64, digits: u8) -> String {
    let mut text = Text::new();
    text.push_number(value, digits);
    String::from(text.as_str())
}

/// The number that a text prints: `10,000`, `2.5e-5`.
pub(crate) fn parse(text: &str) -> Option<f64> {
    text.replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_whole_numbers_are_powers_of_ten() {
        assert_eq!(compact(1.75e11, 4), "1.75e11");
        assert_eq!(compact(-1e12, 4), "-1e12");
        assert_eq!(compact(10_000.0, 4), "10,000");
        assert_eq!(compact(1_234_567_890.0, 4), "1,234,567,890");
        assert_eq!(compact(1_234_567_890.5, 4), "1.235e9");
        assert_eq!(compact(-2e15, 4), "-2e15");
    }

    #[test]
    fn no_zero_stands_for_another_digit() {
        assert_eq!(significant(15_227.56, 4), "15,228");
        assert_eq!(significant(0.001_234_56, 4), "0.001235");
        assert_eq!(significant(1_234_567_890.5, 4), "1.235e9");
        assert_eq!(significant(28_000.0, 4), "28,000");
    }

    #[test]
    fn a_computed_value_has_one_digit_more_than_the_figure() {
        let shown = |value, text| beside(value, &Figure::written(text).unwrap());
        assert_eq!(shown(391.368_2, "391.37"), "391.368");
        assert_eq!(shown(5.0, "5"), "5");
        assert_eq!(shown(18_823.42, "18,823"), "18,823.4");
        assert_eq!(shown(8.398_7e23, "8.40e23"), "8.399e23");
        assert_eq!(shown(8.398_7e12, "8.40e12"), "8.399e12");
        assert_eq!(shown(-0.513, "-0.51"), "-0.513");
        // To two digits, and within 5 %.
        let (low, high) = (127_500.0, 128_500.0);
        let figure = Figure {
            text: "128,000",
            low,
            high,
        };
        assert_eq!(beside(128_123.4, &figure), "128,123");
        let figure = Figure {
            text: "80",
            low: 76.0,
            high: 84.0,
        };
        assert_eq!(beside(83.996, &figure), "83.996");
        // Not 29.35, which would be printed 29.4 as well.
        assert_eq!(shown(29.348, "29.3"), "29.348");
        assert_eq!(beside(85.9, &figure), "85.9");
    }

    #[test]
    fn a_value_is_seen_on_its_side_of_every_bound() {
        assert_eq!(apart(99.184, &[99.0], 3), "99.2");
        assert_eq!(apart(1.999_99, &[1.0, 2.0], 3), "1.99999");
        assert_eq!(apart(1.04, &[1.0], 1), "1.04");
        assert_eq!(apart(5.0, &[5.0], 4), "5");
    }
}
