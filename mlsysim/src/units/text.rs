//! Number text, the same in `const` and at run time.
//!
//! `panic!` in a const context cannot format an `f64`, so compile-error messages are written with
//! [`Text`]; printed output uses it too, which leaves one rule for number text everywhere.
//! Every digit is computed with exact integers: no rounding happens but the one asked for.

use const_format::StrWriter;
use core::fmt;
use mlsysim_language::operation::same_but_for_noise;

const CAPACITY: usize = 1024;

/// Significant digits of a computed value, unless more are needed to tell it from a stated one.
pub(crate) const DIGITS: u8 = 4;

/// As many digits as an `f64` can tell apart.
pub(crate) const ALL_DIGITS: u8 = 17;

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
        let (mantissa, exponent) = parts(value);
        let digits = Digits::new(rounded(mantissa, exponent + decimals, decimals), -decimals);
        self.push_plain(value < 0.0 && digits.count > 0, &digits);
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
        self.push_plain(value < 0, &Digits::new(Big::new(value.unsigned_abs()), 0));
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
        let mut digits = Digits::new(Big::new(decimal), power);
        let exponent = digits.count + power - 1;
        // The rounded value decides, so that equal values never read differently.
        if exponent >= -4 && exponent < 15 {
            return self.push_plain(negative, &digits);
        }
        digits.power = 1 - digits.count;
        self.push_plain(negative, &digits);
        self.push("e");
        self.push_integer(exponent as i64);
    }

    const fn push_plain(&mut self, negative: bool, digits: &Digits) {
        if negative {
            self.push("-");
        }
        // A piece for each digit would cost the compiler most of a report's time.
        let (mut written, mut length) = ([0_u8; LONGEST], 0);
        let mut place = within(digits.count + digits.power - 1, 0, i32::MAX);
        while place >= digits.power || place >= 0 {
            written[length] = digits.at(place);
            length += 1;
            if place > 0 && place % 3 == 0 {
                written[length] = b',';
                length += 1;
            } else if place == 0 && digits.power < 0 {
                written[length] = b'.';
                length += 1;
            }
            place -= 1;
        }
        let (written, _) = written.split_at(length);
        if let Ok(written) = core::str::from_utf8(written) {
            self.push(written);
        }
    }
}

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
    let width = round_significant(high - low, 3);
    let mut digits = digits_to(value, place(width) - 1);
    if digits < least {
        digits = least;
    }
    while digits < ALL_DIGITS && !is_alike(round_significant(value, digits), value, low, high) {
        digits += 1;
    }
    digits
}

/// Whether two values stand alike to both ends.
const fn is_alike(one: f64, other: f64, low: f64, high: f64) -> bool {
    side(one, low) == side(other, low) && side(one, high) == side(other, high)
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
    let whole = place(value) + 1;
    if whole > digits as i32 && whole <= 15 {
        whole as u8
    } else {
        digits
    }
}

/// The significant digits that lead to the decimal place 10^`last`.
const fn digits_to(value: f64, last: i32) -> u8 {
    within(place(value) - last + 1, FEWEST, 17) as u8
}

/// The decimal place of a number's first digit: 0 for 5.2, -1 for 0.52.
const fn place(value: f64) -> i32 {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    // Twelve digits: noise must not make 0.1 into 0.09.
    let (_, power) = significant(value, 12);
    power + 11
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

/// `Ord::clamp`, which is not `const`.
const fn within(value: i32, low: i32, high: i32) -> i32 {
    if value < low {
        low
    } else if value > high {
        high
    } else {
        value
    }
}

/// |value| = mantissa · 2^exponent.
const fn parts(value: f64) -> (u64, i32) {
    let bits = value.abs().to_bits();
    let (field, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    if field == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, field - 1075)
    }
}

/// (decimal, power): |value| rounded to decimal · 10^power, where decimal has `digits` digits.
const fn significant(value: f64, digits: u8) -> (u64, i32) {
    let digits = within(digits as i32, 1, ALL_DIGITS as i32);
    let limit = 10_u64.pow(digits as u32);
    let (mantissa, exponent) = parts(value);
    // floor(log10(2^n)): the decimal exponent, or one less, in which case `limit` is exceeded.
    let estimate = ((mantissa.ilog2() as i32 + exponent) * 1_262_611) >> 22;
    let mut power = estimate + 1 - digits;
    loop {
        let decimal = rounded(mantissa, exponent - power, -power).limbs[0];
        if decimal < limit {
            return (decimal, power);
        }
        power += 1;
        if decimal == limit {
            return (decimal / 10, power);
        }
    }
}

const fn shortest(value: f64) -> (u64, i32) {
    let size = value.abs();
    // A decimal of up to 15 digits survives the way through a normal `f64` and back, so if one
    // parses to the value, rounding to 15 digits finds it; its trailing zeros are never written.
    let mut digits = if value.is_normal() { 15 } else { 1 };
    loop {
        let (decimal, power) = significant(value, digits);
        if digits == ALL_DIGITS || nearest(decimal, power) == size {
            return (decimal, power);
        }
        // A power of two has a narrower gap below than above: the decimal nearest to it can fail to
        // parse back while the next one up does.
        if parts(value).0 == 1 << 52 && nearest(decimal + 1, power) == size {
            return (decimal + 1, power);
        }
        digits += 1;
    }
}

/// The `f64` nearest to decimal · 10^power, ties to even.
const fn nearest(decimal: u64, power: i32) -> f64 {
    // floor(log2(10^n)): again exact or one too small.
    let estimate = decimal.ilog2() as i32 + ((power * 1_741_647) >> 19) - 52;
    let mut unit = within(estimate, -1074, i32::MAX);
    loop {
        let mantissa = rounded(decimal, power - unit, power).limbs[0];
        if mantissa <= 1 << 53 {
            // The leading bit of a normal mantissa carries into the exponent field.
            let bits = (((unit + 1074) as u64) << 52) + mantissa;
            let finite = bits < f64::INFINITY.to_bits();
            return if finite {
                f64::from_bits(bits)
            } else {
                f64::INFINITY
            };
        }
        unit += 1;
    }
}

/// mantissa · 2^two · 5^five rounded to an integer, ties to even.
const fn rounded(mantissa: u64, two: i32, five: i32) -> Big {
    let mut big = Big::new(mantissa);
    // One bit more than asked for tells the halves apart; floors compose, so dividing in steps
    // loses nothing but what `lost` remembers.
    big.scale(5, within(five, 0, i32::MAX));
    let mut lost = big.scale(2, two + 1);
    lost |= big.scale(5, within(five, i32::MIN, 0));
    let half = big.divide(2) == 1;
    if half && (lost || big.limbs[0] % 2 == 1) {
        big.multiply_add(1, 1);
    }
    big
}

/// 2^53 · 5^341, met at the smallest subnormal with 17 digits, has 845 bits: 14 limbs.
const LIMBS: usize = 14;

/// An integer, lowest limb first; limbs from `used` on are zero.
struct Big {
    limbs: [u64; LIMBS],
    used: usize,
}

impl Big {
    const fn new(value: u64) -> Big {
        let mut limbs = [0; LIMBS];
        limbs[0] = value;
        Big { limbs, used: 1 }
    }

    const fn multiply_add(&mut self, factor: u64, addend: u64) {
        let mut carry = addend as u128;
        let mut index = 0;
        while index < self.used {
            carry += self.limbs[index] as u128 * factor as u128;
            self.limbs[index] = carry as u64;
            carry >>= 64;
            index += 1;
        }
        if carry > 0 {
            self.limbs[self.used] = carry as u64;
            self.used += 1;
        }
    }

    const fn divide(&mut self, divisor: u64) -> u64 {
        let mut remainder = 0;
        let mut index = self.used;
        while index > 0 {
            index -= 1;
            let part = (remainder << 64) | self.limbs[index] as u128;
            self.limbs[index] = (part / divisor as u128) as u64;
            remainder = part % divisor as u128;
        }
        while self.used > 0 && self.limbs[self.used - 1] == 0 {
            self.used -= 1;
        }
        remainder as u64
    }

    /// Times base^power for base 2 or 5, rounded down; true when that lost something.
    const fn scale(&mut self, base: u64, power: i32) -> bool {
        // The most that keeps base^step in a limb.
        let most = if base == 2 { 63 } else { 27 };
        let (mut left, mut lost) = (power, false);
        while left != 0 {
            let step = within(left, -most, most);
            let factor = base.pow(step.unsigned_abs());
            if step > 0 {
                self.multiply_add(factor, 0);
            } else {
                lost |= self.divide(factor) != 0;
            }
            left -= step;
        }
        lost
    }
}

/// More than the digits below, a comma for every three of them and a point.
const LONGEST: usize = 80;

/// Decimal digits, lowest first; the first counts 10^power. 1e15 with 30 decimals has 46.
struct Digits {
    digits: [u8; 48],
    count: i32,
    power: i32,
}

impl Digits {
    const fn new(mut big: Big, power: i32) -> Digits {
        let (mut digits, mut count) = ([0; 48], 0);
        while big.used > 0 {
            digits[count as usize] = big.divide(10) as u8;
            count += 1;
        }
        Digits {
            digits,
            count,
            power,
        }
    }

    const fn at(&self, place: i32) -> u8 {
        let index = place - self.power;
        if index >= 0 && index < self.count {
            b'0' + self.digits[index as usize]
        } else {
            b'0'
        }
    }
}
