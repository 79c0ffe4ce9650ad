//! From `f64` to decimal digits and back, correctly rounded, in as few steps as the compiler can.
//!
//! The compiler interprets this code for every figure of a report, where a step costs the same
//! whether it adds two bits or divides 128. So a number is one division of integers that hold it
//! exactly; the few that need longer ones are left to [`big`].

use super::big;

/// As many digits as an `f64` can tell apart.
pub(crate) const ALL_DIGITS: u8 = 17;

/// `Ord::clamp`, which is not `const`.
pub(super) const fn within(value: i32, low: i32, high: i32) -> i32 {
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
    let bits = value.to_bits() & (u64::MAX >> 1);
    let (field, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    if field == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, field - 1075)
    }
}

/// (decimal, power): |value| rounded to decimal · 10^power, where decimal has `digits` digits.
pub(super) const fn significant(value: f64, digits: u8) -> (u64, i32) {
    let digits = within(digits as i32, 1, ALL_DIGITS as i32);
    let limit = ten(digits) as u64;
    let (mantissa, exponent) = parts(value);
    // floor(log10(2^n)): the decimal exponent, or one less, in which case `limit` is exceeded.
    let estimate = ((log2(mantissa) + exponent) * 1_262_611) >> 22;
    let mut power = estimate + 1 - digits;
    loop {
        let decimal = rounded(mantissa, exponent - power, -power) as u64;
        if decimal < limit {
            return (decimal, power);
        }
        power += 1;
        if decimal == limit {
            return (decimal / 10, power);
        }
    }
}

/// (decimal, power): the fewest digits that parse back to |value|.
pub(super) const fn shortest(value: f64) -> (u64, i32) {
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

/// (number, decimals): |value|, less than 2^52, rounded to number / 10^decimals, where the
/// decimals are at most 30 and those asked for, or fewer if the rest are zeros.
pub(super) const fn fixed(value: f64, decimals: i32) -> (u128, i32) {
    let (mantissa, exponent) = parts(value);
    // A binary fraction has as many decimals as it has binary places. So the number is less than
    // 2^54 · 5^30.
    let decimals = within(decimals, 0, -exponent);
    (rounded(mantissa, exponent + decimals, decimals), decimals)
}

/// The `f64` nearest to decimal · 10^power, ties to even.
pub(super) const fn nearest(decimal: u64, power: i32) -> f64 {
    // Where the operands are exact the only rounding is that of the operation.
    if decimal <= 1 << 53 && power >= -EXACT_TEN && power <= EXACT_TEN {
        return if power < 0 {
            decimal as f64 / ten(-power) as f64
        } else {
            decimal as f64 * ten(power) as f64
        };
    }
    // floor(log2(10^n)): again exact or one too small.
    let estimate = log2(decimal) + ((power * 1_741_647) >> 19) - 52;
    let mut unit = within(estimate, -1074, i32::MAX);
    loop {
        let mantissa = rounded(decimal, power - unit, power) as u64;
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
const fn rounded(mantissa: u64, two: i32, five: i32) -> u128 {
    match divided(mantissa, two, five) {
        Some(quotient) => quotient,
        None => big::rounded(mantissa, two, five),
    }
}

/// The same if every part of it fits into 128 bits.
const fn divided(mantissa: u64, two: i32, five: i32) -> Option<u128> {
    let (mut above, mut below) = (mantissa as u128, 1);
    let size = if five < 0 { -five } else { five } as usize;
    if size >= FIVES.len() {
        return None;
    }
    if five < 0 {
        below = FIVES[size];
    } else if above.leading_zeros() + FIVES[size].leading_zeros() >= u128::BITS {
        above *= FIVES[size];
    } else {
        return None;
    }
    if two < 0 {
        // One bit of the divisor stays free, for twice the remainder.
        if -two >= below.leading_zeros() as i32 {
            return None;
        }
        below <<= -two;
    } else {
        if two > above.leading_zeros() as i32 {
            return None;
        }
        above <<= two;
    }
    let (quotient, twice) = (above / below, above % below * 2);
    let up = twice > below || twice == below && quotient % 2 == 1;
    Some(quotient + up as u128)
}

/// The greatest power of ten up to which every one is an `f64`.
const EXACT_TEN: i32 = 22;

/// 10^power, for a power up to 38.
const fn ten(power: i32) -> u128 {
    FIVES[power as usize] << power
}

/// floor(log2(number)), for a number that is not zero: `ilog2` takes more calls.
const fn log2(number: u64) -> i32 {
    63 - number.leading_zeros() as i32
}

/// The powers of five that 127 bits hold: twice a remainder of any of them fits.
const FIVES: &[u128; 55] = &{
    let mut powers = [1; 55];
    let mut index = 1;
    while index < powers.len() {
        powers[index] = 5 * powers[index - 1];
        index += 1;
    }
    powers
};

#[cfg(test)]
mod tests {
    use super::{big, divided};

    #[test]
    fn a_division_rounds_as_integers_of_any_length_do() {
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = || {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            random
        };
        let mut compared = 0;
        for _ in 0..200_000 {
            // Of few bits too, which is where the ties are.
            let mantissa = next() >> (next() % 64);
            let (two, five) = ((next() % 256) as i32 - 128, (next() % 112) as i32 - 56);
            if let Some(quotient) = divided(mantissa, two, five) {
                assert_eq!(
                    quotient,
                    big::rounded(mantissa, two, five),
                    "{mantissa} * 2^{two} * 5^{five}"
                );
                compared += 1;
            }
        }
        assert!(compared > 50_000, "{compared}");
    }
}
