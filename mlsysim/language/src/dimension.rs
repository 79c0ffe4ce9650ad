//! Dimensions as data: the exponents of the base quantities, packed as digits of base 256.

/// How many base quantities a dimension counts.
pub const BASE_QUANTITIES: usize = 8;

/// The greatest exponent of a base quantity; two of them still add up in their digit.
pub const GREATEST_EXPONENT: i8 = 63;

/// The exponent of one base quantity.
pub const fn exponent(dimension: i64, index: usize) -> i8 {
    // Each lower digit that is negative borrowed one from the next.
    let mut rest = dimension;
    let mut digit = 0;
    let mut current = 0;
    while current <= index {
        digit = rest as i8;
        // One more than the last digit may be left by a borrow.
        rest = (rest >> 8) + (digit < 0) as i64;
        current += 1;
    }
    digit
}

/// Each digit as [`GREATEST_EXPONENT`].
const GREATEST: i128 = 0x3f3f_3f3f_3f3f_3f3f;
/// What no digit from 0 to 127 has, and nothing above or below the eight.
const OUTSIDE: i128 = !0x7f7f_7f7f_7f7f_7f7f;

/// Whether each exponent of a sum or difference of two dimensions is from -63 to 63.
#[inline]
pub const fn is_in_range(dimension: i128) -> bool {
    ((GREATEST + dimension) | (GREATEST - dimension)) & OUTSIDE == 0
}
