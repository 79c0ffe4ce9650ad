//! Square and cube roots, both correctly rounded.
//!
//! A float iteration gives 53 bits, off by one at most; the integer remainder
//! then says which of the neighbours is nearest.

use super::{FRACTION_BITS, FRACTION_MASK, IMPLICIT_BIT, TWO_POW_54};

/// Unit of the 53-bit integer roots.
const UNIT: f64 = IMPLICIT_BIT as f64;
/// Square and cube root of `TWO_POW_54`.
const TWO_POW_27: f64 = 134_217_728.0;
const TWO_POW_18: f64 = 262_144.0;

/// Square root for `x` ≥ 0, NaN below, `sqrt(-0.0)` is `-0.0`; correctly rounded
/// (0.5 ulp).
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::sqrt(2.0);
/// assert_eq!(X, std::f64::consts::SQRT_2);
/// ```
#[must_use]
pub const fn sqrt(x: f64) -> f64 {
    if !(x > 0.0 && x < f64::INFINITY) {
        return if x < 0.0 { f64::NAN } else { x };
    }
    if x < f64::MIN_POSITIVE {
        return sqrt(x * TWO_POW_54) / TWO_POW_27;
    }
    let bits = x.to_bits();
    let exponent = bits >> FRACTION_BITS;
    // The bias is odd, so an even field means an odd exponent: one factor of
    // two stays with the significand, which is then in [1, 4).
    let odd = (exponent & 1) ^ 1;
    let significand = ((bits & FRACTION_MASK) | IMPLICIT_BIT) << odd;
    let m = significand as f64 / UNIT;
    // Minimax quadratic for √m (relative error 2^-7.6), then Halley's step
    // twice; each cubes the error and divides it by 4: 2^-24.8, 2^-76.
    let mut s = 0.51855 + m * (0.52601 - m * 0.03954);
    let mut square = s * s;
    s += 2.0 * s * (m - square) / (3.0 * square + m);
    square = s * s;
    s += 2.0 * s * (m - square) / (3.0 * square + m);
    let root = (s * UNIT) as i64 as i128;
    // √M rounds to t when t² − t < M ≤ t² + t; a tie would need a fraction.
    let remainder = ((significand as i128) << FRACTION_BITS) - root * root;
    let nearest = root + (remainder > root) as i128 - (remainder <= -root) as i128;
    let field = (exponent - odd + 1023) >> 1;
    // The root's leading 1 adds itself to the exponent field.
    f64::from_bits(nearest as u64 + ((field - 1) << FRACTION_BITS))
}

/// Cube root, any `x`, keeping sign and zeros; correctly rounded (0.5 ulp).
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::cbrt(-27.0);
/// assert_eq!(X, -3.0);
/// ```
#[must_use]
pub const fn cbrt(x: f64) -> f64 {
    let magnitude = x.abs();
    if !(magnitude > 0.0 && magnitude < f64::INFINITY) {
        return x;
    }
    if magnitude < f64::MIN_POSITIVE {
        return cbrt(x * TWO_POW_54) / TWO_POW_18;
    }
    let bits = magnitude.to_bits();
    // The bias, 1023, is a multiple of 3, so the field divides as it stands.
    let exponent = bits >> FRACTION_BITS;
    let significand = ((bits & FRACTION_MASK) | IMPLICIT_BIT) << (exponent % 3);
    let m = significand as f64 / UNIT;
    // Minimax quadratic for ∛m on [1, 8) (relative error 2^-6), then Halley's
    // step twice; error e becomes 2e³/3: 2^-18.5, 2^-56.
    let mut s = 0.7625 + m * (0.26808 - m * 0.014671);
    let mut cube = s * s * s;
    s += s * (m - cube) / (2.0 * cube + m);
    cube = s * s * s;
    s += s * (m - cube) / (2.0 * cube + m);
    let mut root = (s * UNIT) as i64 as i128;
    // ∛M rounds to t when (t − ½)³ < M < (t + ½)³; four times that, in whole
    // numbers. The remainder is small, so its low bits, which wrapping arithmetic
    // keeps, are all of it.
    let square = root * root;
    let remainder = ((significand as i128) << 104).wrapping_sub(square.wrapping_mul(root));
    if 4 * remainder > 6 * square + 3 * root {
        root += 1;
    } else if 4 * remainder < 3 * root - 6 * square {
        root -= 1;
    }
    let field = exponent / 3 + (1023 - 341);
    f64::from_bits(root as u64 + ((field - 1) << FRACTION_BITS)).copysign(x)
}
