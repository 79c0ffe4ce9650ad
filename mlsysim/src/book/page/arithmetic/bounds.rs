//! What a printed result stands for.

use mlsysim_language::number::{Interval, Number};
use mlsysim_language::operation::within;

/// How far an approximate figure of one digit may be off.
const OF_ONE_DIGIT: f64 = 0.05;

/// Whether a value, in the unit of the number, is what is printed.
pub(super) fn is_printed(value: f64, number: &Number, is_about: bool) -> bool {
    let Interval { low, high } = number.interval();
    if within(value, low, high) {
        return true;
    }
    if !is_about {
        return false;
    }
    if number.digits_without_zeros() == 1 {
        let Interval { low, high } = number.within(OF_ONE_DIGIT);
        return within(value, low.min(high), high.max(low)) || is_rounded(value, number, 1);
    }
    // One unit of the last digit.
    let (middle, unit) = (number.value(), high - low);
    within(value, middle - unit, middle + unit) || is_rounded(value, number, 1)
}

/// Whether it is what is printed if the zeros at the end, of which there are at least so many, say
/// no digits: `26,000` for 26,280.
pub(super) fn is_rounded(value: f64, number: &Number, least: u32) -> bool {
    let zeros = number.significant_digits() - number.digits_without_zeros();
    if number.text.contains('.') || zeros < least {
        return false;
    }
    let digits = number.digits_without_zeros();
    let is_near = (value / number.value() - 1.0).abs() <= OF_ONE_DIGIT;
    let interval = number.rounded_to(digits).filter(|_| is_near);
    interval.is_some_and(|Interval { low, high }| within(value, low, high))
}
