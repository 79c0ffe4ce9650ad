//! Number text, the same in `const` and at run time.
//!
//! `panic!` in a const context cannot format an `f64`, so compile-error messages are written with
//! [`Text`]; printed output uses it too, which leaves one rule for number text everywhere.
//! Every digit is computed with exact integers: no rounding happens but the one asked for.

mod big;
mod decimal;

use const_format::StrWriter;
use core::fmt;
use mlsysim_language::operation::same_but_for_noise;

pub(crate) use self::decimal::ALL_DIGITS;
use self::decimal::{fixed, nearest, shortest, significant, within};

const CAPACITY: usize = 1024;

/// Significant digits of a computed value, unless more are needed to tell it from a stated one.
pub(crate) const DIGITS: u8 = 4;

/// Text of at most 1024 bytes, built piece by piece in `const` or at run time.
///
/// A piece that does not fit is cut at a character boundary, the text ends with `…`, and every
/// later piece is dropped; nothing panics.
///
/// ```
/// use mlsysim::units::text::Text;
///
/// const MESSAGE: Text = {
///     let mut text = Text::new();
///     text.push("expected at most ");
///     text.push_number(28_123.0, 2);
///     text.push(" GB");
///     text
/// };
/// const LINE: &str = MESSAGE.as_str();
/// assert_eq!(LINE, "expected at most 28,000 GB");
/// ```
#[derive(Clone, Copy)]
pub struct Text {
    writer: StrWriter<[u8; CAPACITY]>,
    cut: bool,
}

impl Text {
    /// An empty text.
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// assert_eq!(Text::new().as_str(), "");
    /// ```
    pub const fn new() -> Text {
        Text {
            writer: StrWriter::new([0; CAPACITY]),
            cut: false,
        }
    }

    /// Appends `piece`; what exceeds 1024 bytes is replaced by `…`.
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// let mut text = Text::new();
    /// text.push("tokens/s");
    /// assert_eq!(text.as_str(), "tokens/s");
    /// ```
    pub const fn push(&mut self, piece: &str) {
        const MARK: &str = "…";
        if self.cut || self.writer.as_mut().write_str(piece).is_ok() {
            return;
        }
        self.cut = true;
        let room = CAPACITY - MARK.len();
        let kept = self.as_str().floor_char_boundary(room);
        // Of a text that gives up characters itself, nothing of the piece may stand after them.
        let taken = piece.floor_char_boundary(room.saturating_sub(self.len()));
        // Each result is `Ok` by construction, and a message is no place to panic in.
        let _ = self.writer.as_mut().truncate(kept);
        let _ = self.writer.as_mut().write_str_range(piece, 0..taken);
        let _ = self.writer.as_mut().write_str(MARK);
    }

    /// Appends `value` correctly rounded to `digits` significant digits, ties to even.
    ///
    /// Trailing zeros of the fraction are dropped and thousands are grouped with `,`. A rounded
    /// value outside 1e-4 ≤ |value| < 1e15 is written as `2.71e-5`. `digits` is taken into 1..=17;
    /// digits of the integer part beyond it are zeros. Both zeros are `0`; the rest are `NaN`,
    /// `infinity` and `-infinity`.
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// let mut text = Text::new();
    /// text.push_number(1_234.567, 6);
    /// text.push(" ");
    /// text.push_number(3.4e38, 3);
    /// assert_eq!(text.as_str(), "1,234.57 3.4e38");
    /// ```
    pub const fn push_number(&mut self, value: f64, digits: u8) {
        if !self.push_special(value) {
            let (decimal, power) = significant(value, digits);
            self.push_decimal(value < 0.0, decimal, power);
        }
    }

    /// Appends the fewest significant digits, at most 17, that parse back to `value`.
    ///
    /// Of several candidates of that length it is the one closest to `value`, ties to even. The
    /// layout is that of [`Text::push_number`].
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// let mut text = Text::new();
    /// text.push_shortest(0.1 + 0.2);
    /// assert_eq!(text.as_str(), "0.30000000000000004");
    /// ```
    pub const fn push_shortest(&mut self, value: f64) {
        if !self.push_special(value) {
            let (decimal, power) = shortest(value);
            self.push_decimal(value < 0.0, decimal, power);
        }
    }

    /// Appends `value` correctly rounded to exactly `decimals` decimals, ties to even.
    ///
    /// Thousands are grouped with `,`. `decimals` is taken into 0..=30. A value that rounds to zero
    /// has no sign. From |value| = 1e15 on, and for what is no number, this is
    /// [`Text::push_number`] with 17 digits.
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// let mut text = Text::new();
    /// text.push_fixed(1_500.0, 2);
    /// assert_eq!(text.as_str(), "1,500.00");
    /// ```
    pub const fn push_fixed(&mut self, value: f64, decimals: u8) {
        if value.is_nan() || value.abs() >= 1e15 {
            return self.push_number(value, ALL_DIGITS);
        }
        let decimals = within(decimals as i32, 0, 30);
        let (number, exact) = fixed(value, decimals);
        self.push_plain(value < 0.0 && number > 0, number, -exact);
        let (zeros, _) = ZEROS.split_at((decimals - exact) as usize);
        self.push(zeros);
    }

    /// Appends `value` in full, thousands grouped with `,`.
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// let mut text = Text::new();
    /// text.push_integer(-28_000);
    /// assert_eq!(text.as_str(), "-28,000");
    /// ```
    pub const fn push_integer(&mut self, value: i64) {
        self.push_plain(value < 0, value.unsigned_abs() as u128, 0);
    }

    /// The text so far.
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// assert!(Text::new().as_str().is_empty());
    /// ```
    pub const fn as_str(&self) -> &str {
        self.writer.unsize().as_str()
    }

    /// The number of characters so far.
    pub(crate) const fn columns(&self) -> usize {
        let (mut bytes, mut count) = (self.as_str().as_bytes(), 0);
        while let [byte, rest @ ..] = bytes {
            if *byte & 0xc0 != 0x80 {
                count += 1;
            }
            bytes = rest;
        }
        count
    }

    /// The number of bytes so far, 0..=1024.
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// assert_eq!(Text::new().len(), 0);
    /// ```
    pub const fn len(&self) -> usize {
        self.writer.len()
    }

    /// Whether nothing has been appended.
    ///
    /// ```
    /// use mlsysim::units::text::Text;
    /// assert!(Text::new().is_empty());
    /// ```
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    const fn push_special(&mut self, value: f64) -> bool {
        let word = match value {
            0.0 => "0",
            f64::INFINITY => "infinity",
            f64::NEG_INFINITY => "-infinity",
            _ if value.is_nan() => "NaN",
            _ => return false,
        };
        self.push(word);
        true
    }

    const fn push_decimal(&mut self, negative: bool, mut decimal: u64, mut power: i32) {
        // The zeros of an integer part come back from `power`, so all of them can go.
        while decimal.is_multiple_of(10) {
            decimal /= 10;
            power += 1;
        }
        let after_the_first = decimal.ilog10() as i32;
        let exponent = after_the_first + power;
        // The rounded value decides, so that equal values never read differently.
        if exponent >= -4 && exponent < 15 {
            return self.push_plain(negative, decimal as u128, power);
        }
        self.push_plain(negative, decimal as u128, -after_the_first);
        self.push("e");
        self.push_integer(exponent as i64);
    }

    /// Appends number · 10^power without an exponent, zeros after the point included.
    const fn push_plain(&mut self, negative: bool, mut number: u128, power: i32) {
        // A piece for each digit would cost the compiler most of a report's time.
        let (mut written, mut start) = ([0_u8; LONGEST], LONGEST);
        let mut place = within(power, i32::MIN, 0);
        // From the last digit to the first, which is that of the ones or stands before it.
        while number > 0 || place <= 0 {
            if place > 0 && place % 3 == 0 {
                start -= 1;
                written[start] = b',';
            } else if place == 0 && power < 0 {
                start -= 1;
                written[start] = b'.';
            }
            start -= 1;
            written[start] = b'0';
            if place >= power {
                written[start] += (number % 10) as u8;
                number /= 10;
            }
            place += 1;
        }
        if negative {
            start -= 1;
            written[start] = b'-';
        }
        if let Ok(written) = core::str::from_utf8(written.split_at(start).1) {
            self.push(written);
        }
    }
}

/// The digits of 128 bits, or zeros in their place; a comma for every three of them, a point and
/// a sign.
const LONGEST: usize = 80;

/// As many as decimals can be asked for.
const ZEROS: &str = "000000000000000000000000000000";

impl Default for Text {
    fn default() -> Text {
        Text::new()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), formatter)
    }
}

impl fmt::Write for Text {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.push(piece);
        Ok(())
    }
}

/// The `f64` nearest to `value` correctly rounded to `digits` significant digits.
///
/// It is what parsing the text of [`Text::push_number`] gives, infinity above the largest `f64`
/// included. `digits` is taken into 1..=17. Zeros, infinities and NaN are returned as they are.
///
/// ```
/// use mlsysim::units::text::round_significant;
/// const ROUNDED: f64 = round_significant(28_123.0, 2);
/// assert_eq!(ROUNDED, 28_000.0);
/// ```
pub const fn round_significant(value: f64, digits: u8) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let (decimal, power) = significant(value, digits);
    nearest(decimal, power).copysign(value)
}

/// The fewest digits that a computed value is ever shown with beside a stated one.
const FEWEST: i32 = 2;

/// The significant digits with which a computed value is shown beside a stated figure, of which
/// `low` and `high` are the smallest and the largest value that it stands for.
///
/// One decimal place more than the figure is stated with, the integer part in full, and as many
/// more as it takes to be seen on the same side of both ends as the value itself: what is shown
/// never agrees with a figure that the value does not agree with, nor the other way round, and
/// is no tie if the value is none. All three are in one unit. The result is in 2..=17, for [`Text::push_number`].
///
/// ```
/// use mlsysim::units::text::{Text, digits_beside};
/// let shown = |value, low, high| {
///     let mut text = Text::new();
///     text.push_number(value, digits_beside(value, low, high));
///     text.as_str().to_string()
/// };
/// // Stated: 391.37
/// assert_eq!(shown(391.368_2, 391.365, 391.375), "391.368");
/// // Stated: 18,823. With one place more it would seem to round so.
/// assert_eq!(shown(18_823.53, 18_822.5, 18_823.5), "18,823.53");
/// ```
pub const fn digits_beside(value: f64, low: f64, high: f64) -> u8 {
    digits_beside_at_least(value, low, high, digits_in_full(value, 1))
}

/// The same with another least number of digits than those of the integer part, for a value
/// that is shown with a power of ten.
pub(crate) const fn digits_beside_at_least(value: f64, low: f64, high: f64, least: u8) -> u8 {
    // The ends differ in few of their digits, so most of the difference's own are noise.
    let width = place(high - low, 3);
    let mut digits = digits_to(value, width - 1);
    if digits < least {
        digits = least;
    }
    let (beside_low, beside_high) = (side(value, low), side(value, high));
    while digits < ALL_DIGITS {
        let shown = round_significant(value, digits);
        if side(shown, low) == beside_low && side(shown, high) == beside_high {
            break;
        }
        digits += 1;
    }
    digits
}

/// The significant digits with which a value is seen to be more than `other`, less or the same:
/// at least `least`, and the integer part in full.
///
/// `other` is in the same unit, as it is shown. The result is in 1..=17, for
/// [`Text::push_number`].
///
/// ```
/// use mlsysim::units::text::digits_apart;
/// assert_eq!(digits_apart(99.184, 99.0, 3), 3); // 99.2
/// assert_eq!(digits_apart(0.999_99, 1.0, 3), 5); // 0.99999
/// ```
pub const fn digits_apart(value: f64, other: f64, least: u8) -> u8 {
    let mut digits = digits_in_full(value, least);
    while digits < ALL_DIGITS && side(round_significant(value, digits), other) != side(value, other)
    {
        digits += 1;
    }
    digits
}

/// `digits`, or as many as the integer part has: a zero in the place of a digit that is not
/// zero would say what is not so.
///
/// From 1e15 on [`Text::push_number`] writes a power of ten, which needs no zeros.
///
/// ```
/// use mlsysim::units::text::digits_in_full;
/// assert_eq!(digits_in_full(15_227.56, 4), 5); // 15,228
/// assert_eq!(digits_in_full(1.522_756, 4), 4); // 1.523
/// ```
pub const fn digits_in_full(value: f64, digits: u8) -> u8 {
    let whole = place(value, ENOUGH) + 1;
    if whole > digits as i32 && whole <= 15 {
        whole as u8
    } else {
        digits
    }
}

/// The significant digits that lead to the decimal place 10^`last`.
const fn digits_to(value: f64, last: i32) -> u8 {
    within(place(value, ENOUGH) - last + 1, FEWEST, 17) as u8
}

/// Digits to which a place is looked for: noise must not make 0.1 into 0.09.
const ENOUGH: u8 = 12;

/// The decimal place of the first digit of a number rounded to so many: 0 for 5.2, -1 for 0.52.
const fn place(value: f64, digits: u8) -> i32 {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    let (_, power) = significant(value, digits);
    power + digits as i32 - 1
}

/// 1 for more, -1 for less, 0 for the same but for noise.
const fn side(value: f64, other: f64) -> i32 {
    if same_but_for_noise(value, other) {
        0
    } else if value > other {
        1
    } else {
        -1
    }
}
