//! Figures in a report: joined with their units, aligned, with as many digits as it takes.

use mlsysim_language::number::Joined;

use crate::units::text::{ALL_DIGITS, DIGITS, Text};

/// `5` in unit `h` as "5 h", `28000` in unit `$` as "$28,000".
pub(super) const fn push_with_unit(text: &mut Text, number: f64, digits: u8, unit: &str) {
    let parts = Joined::of("", unit);
    if number < 0.0 {
        text.push("-");
    }
    text.push(parts.before);
    text.push_number(number.abs(), digits);
    push_after(text, &parts);
}

/// A number's text with its unit's: `$` stands before the number, `%` and `×` stick to it.
pub(in crate::claims) const fn push_joined(text: &mut Text, number: &str, unit: &str) {
    let parts = Joined::of(number, unit);
    text.push(parts.sign);
    text.push(parts.before);
    text.push(parts.magnitude);
    push_after(text, &parts);
}

const fn push_after(text: &mut Text, parts: &Joined) {
    if parts.is_apart {
        text.push(" ");
    }
    text.push(parts.after);
}

/// Two rows with their numbers right-aligned, the first with what may follow its number.
pub(super) const fn push_rows(
    text: &mut Text,
    stated: &Text,
    computed: &Text,
    after_stated: &Text,
) {
    let (wide, narrow) = (stated.columns(), computed.columns());
    text.push("\n    stated    ");
    pad(text, narrow.saturating_sub(wide));
    text.push(stated.as_str());
    text.push(after_stated.as_str());
    text.push("\n    computed  ");
    pad(text, wide.saturating_sub(narrow));
    text.push(computed.as_str());
}

const fn pad(text: &mut Text, width: usize) {
    let mut done = 0;
    while done < width {
        text.push(" ");
        done += 1;
    }
}

/// A figure as it is written.
#[derive(Clone, Copy)]
pub(crate) struct Figure {
    /// The number.
    pub(crate) value: f64,
    /// How many digits it has, zeros before the first other one apart.
    pub(crate) digits: u8,
    /// How many stand after the point.
    pub(crate) decimals: u8,
    /// The power of ten after it.
    pub(crate) exponent: i32,
}

impl Figure {
    /// Of a text such as `18,823`, `-0.05` or `8.40e23`; a percent sign or the like ends it.
    pub(crate) const fn of(text: &str) -> Figure {
        let bytes = text.as_bytes();
        let (mut value, mut digits, mut decimals) = (0.0, 0_u8, 0_u8);
        let (mut is_negative, mut is_fraction, mut index) = (false, false, 0);
        while index < bytes.len() {
            match bytes[index] {
                b'-' => is_negative = true,
                b',' | b'_' => {}
                b'.' => is_fraction = true,
                digit @ b'0'..=b'9' => {
                    value = 10.0 * value + (digit - b'0') as f64;
                    if value > 0.0 {
                        digits = digits.saturating_add(1);
                    }
                    if is_fraction {
                        decimals = decimals.saturating_add(1);
                    }
                }
                _ => break,
            }
            index += 1;
        }
        let exponent = written_exponent(bytes, index);
        let value = scale(value, exponent - decimals as i32);
        Figure {
            value: if is_negative { -value } else { value },
            digits,
            decimals,
            exponent,
        }
    }

    /// How many digits a computed value has beside it: one more, and no fewer than usual.
    pub(super) const fn digits_beside(self) -> u8 {
        let more = self.digits.saturating_add(1);
        if more < DIGITS {
            DIGITS
        } else if more > ALL_DIGITS {
            ALL_DIGITS
        } else {
            more
        }
    }

    /// One of its last digit.
    pub(super) const fn last_place(self) -> f64 {
        scale(1.0, self.exponent - self.decimals as i32)
    }
}

/// The number after an `e`.
const fn written_exponent(bytes: &[u8], start: usize) -> i32 {
    if start >= bytes.len() || !matches!(bytes[start], b'e' | b'E') {
        return 0;
    }
    let (mut exponent, mut is_negative, mut index) = (0_i32, false, start + 1);
    while index < bytes.len() && exponent < 1000 {
        match bytes[index] {
            b'-' => is_negative = true,
            b'+' => {}
            digit @ b'0'..=b'9' => exponent = 10 * exponent + (digit - b'0') as i32,
            _ => break,
        }
        index += 1;
    }
    if is_negative { -exponent } else { exponent }
}

/// Times a power of ten, to within a few ulp.
const fn scale(value: f64, power: i32) -> f64 {
    let (mut factor, mut left) = (1.0, power.unsigned_abs());
    while left > 0 && factor < 1e300 {
        factor *= 10.0;
        left -= 1;
    }
    if power < 0 {
        value / factor
    } else {
        value * factor
    }
}
