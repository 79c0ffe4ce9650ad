//! What kind of fault a result has that its operands do not give.

use std::format;
use std::string::{String, ToString};

use mlsysim_language::number::Number;

use super::bounds::is_rounded;
use super::candidates::Candidate;
use super::value::WorksWith;
use crate::claims::message::cut::cut_off;
use crate::claims::message::factor::{FACTORS, Of, is_near, power_of_ten, rest, times};
use crate::claims::message::figure::Figure;
use crate::units::text::{DIGITS, Text};

/// The number rounded, if the printed one is what is left of it without its last digits.
pub(super) fn is_cut(value: f64, number: &Number) -> Option<String> {
    let interval = number.interval();
    let figure = Figure::of(&number.text);
    let mut text = Text::new();
    if let Some(rounded) = cut_off(value, figure, interval.low, interval.high) {
        match figure.exponent {
            0 => text.push_fixed(rounded, figure.decimals),
            _ => text.push_number(rounded, figure.digits),
        }
        return Some(text.as_str().to_string());
    }
    // `47,000` for 47,900: the zeros at the end are none of its digits.
    let digits = number.digits_without_zeros();
    let zeros = number.significant_digits() - digits;
    if zeros < 2 || digits < 2 || number.text.contains('.') {
        return None;
    }
    let unit = 10_f64.powi(number.exponent + i32::try_from(zeros).ok()?);
    let (size, least) = (value.abs(), number.value().abs());
    let is_below = size > least + unit / 2.0 && size < least + unit * (1.0 - 1e-9);
    if !is_below || (value < 0.0) != (number.value() < 0.0) {
        return None;
    }
    text.push_number((least + unit).copysign(value), u8::try_from(digits).ok()?);
    Some(text.as_str().to_string())
}

/// What would make it right in another unit.
pub(super) fn another_unit(
    value: f64,
    number: &Number,
    works_with: WorksWith,
    measures: bool,
) -> Option<String> {
    let interval = number.interval();
    let (low, high) = (interval.low, interval.high);
    let times = times(value, low, high);
    let known = FACTORS.iter().filter(|it| match it.of {
        Of::Information => works_with.information,
        Of::Time => works_with.time,
        // Twice is no other unit.
        Of::InformationOrOperation => false,
    });
    let explains =
        |factor: f64| is_near(times, factor) && rest(value, factor, low, high).is_finite();
    if let Some(found) = known.into_iter().find(|it| explains(it.factor)) {
        return Some(found.words.to_string());
    }
    let thousands = [1e3, 1e6, 1e9, 1e12]
        .into_iter()
        .find(|factor| explains(*factor));
    let factor = thousands.filter(|_| measures)?;
    let mut text = Text::new();
    text.push_number(factor, DIGITS);
    Some(format!("a factor of {}: another prefix?", text.as_str()))
}

/// What may explain a result that is wrong.
pub(super) fn hint(value: f64, number: &Number, works_with: WorksWith) -> Option<String> {
    let interval = number.interval();
    let (low, high) = (interval.low, interval.high);
    let twice = FACTORS.iter().find(|it| {
        let is_at_work = works_with.information || works_with.operation;
        let is_twice = matches!(it.of, Of::InformationOrOperation) && is_at_work;
        is_twice && rest(value, it.factor, low, high).is_finite()
    });
    match twice {
        Some(twice) => Some(twice.words.to_string()),
        None => power_of_ten(value, low, high).then(|| "a power of ten is lost".to_string()),
    }
}

/// Whether the digits that were printed leave it open.
pub(super) fn is_note(candidate: Candidate, number: &Number) -> bool {
    if is_rounded(candidate.value, number, 2) {
        return true;
    }
    if (candidate.value / number.value() - 1.0).abs() > MOST_ROUNDED {
        return false;
    }
    let interval = number.interval();
    let margin = candidate.of.margin() / candidate.factor.abs();
    // They overlap by more than a bound.
    let (low, high) = (candidate.value - margin, candidate.value + margin);
    high > interval.low && low < interval.high && margin > 0.0
}

/// How far a result may be off and still be a matter of rounding.
const MOST_ROUNDED: f64 = 0.05;
