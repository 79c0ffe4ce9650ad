//! Exponentials: e^(k·ln 2 + r) = 2^k · e^r with |r| ≤ ln 2 / 2.

use super::FRACTION_BITS;
use super::split::SPLITTER;

/// 1/ln 2.
const LOG2_E: f64 = core::f64::consts::LOG2_E;
/// ln 2 to 42 bits, so that its product with an 11-bit whole number is exact.
pub(super) const LN_2_HIGH: f64 = 0.693_147_180_559_890_3;
/// ln 2 less `LN_2_HIGH`.
pub(super) const LN_2_LOW: f64 = 5.497_923_018_708_371e-14;
/// ln 2 to 26 bits, so that its product with another 26 bits is exact.
const LN_2_SHORT: f64 = 0.693_147_182_464_599_6;
/// ln 2 less `LN_2_SHORT`.
const LN_2_SHORT_LOW: f64 = -1.904_654_299_957_768e-9;
/// 1.5 × 2⁵²: adding and taking away rounds to the nearest whole number.
pub(super) const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// Beyond ±`LIMIT` e^x is 0 or infinity (the smallest result is e^-745.2).
pub(super) const LIMIT: f64 = 746.0;

/// 2^k · e^(a + b) for |a| ≤ 0.35, a whole k in [-1076, 1077] and b small beside
/// a or 2^-25.
const fn reduced(k: f64, a: f64, b: f64) -> f64 {
    let r = a + b;
    let r_low = (a - r) + b;
    // r·coth(r/2) − 2 = r²·P(r²), even in r; P is minimax over |r| ≤ ln 2 / 2,
    // error 2^-62 of the result.
    let z = r * r;
    let p = (0.166_666_666_666_665_55 - z * 0.002_777_777_777_669_046)
        + z * z
            * (6.613_756_248_580_858e-5
                + z * (-1.653_383_554_427_135_8e-6 + z * 4.135_988_922_812_329e-8));
    // With coth known, e^r = 1 + r + r·d / (2 − d).
    let d = r - z * p;
    let tail = r * d / (2.0 - d);
    let sum = 1.0 + r;
    let lost = (1.0 - sum) + r;
    let y = sum + (tail + (lost + r_low * sum));
    if k > -1022.0 && k < 1024.0 {
        return y * f64::from_bits(((k as i64 + 1023) as u64) << FRACTION_BITS);
    }
    // 2^k or the result is not a normal number: a detour by half the exponents in
    // range, after which only the last product can round.
    let k = k as i64;
    let detour = if k > 0 { 512 } else { -512 };
    y * f64::from_bits(((detour + 1023) as u64) << FRACTION_BITS)
        * f64::from_bits(((k - detour + 1023) as u64) << FRACTION_BITS)
}

/// e^(high + low) for |high| < `LIMIT` and low a rounding error of high.
pub(super) const fn exp_sum(high: f64, low: f64) -> f64 {
    let k = (high * LOG2_E + ROUNDER) - ROUNDER;
    reduced(k, high - k * LN_2_HIGH, low - k * LN_2_LOW)
}

/// e^x, any `x`: infinity above 709.79, 0 below -745.14; worst error 0.78 ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::exp(1.0);
/// assert_eq!(X, std::f64::consts::E);
/// ```
#[must_use]
pub const fn exp(x: f64) -> f64 {
    if x > -LIMIT && x < LIMIT {
        exp_sum(x, 0.0)
    } else {
        beyond(x)
    }
}

/// 2^x, any `x`: exact for whole `x`, infinity from 1024, 0 from -1075 down; worst
/// error 0.77 ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::exp2(10.0);
/// assert_eq!(X, 1024.0);
/// ```
#[must_use]
pub const fn exp2(x: f64) -> f64 {
    if x > -1076.0 && x < 1076.0 {
        let k = (x + ROUNDER) - ROUNDER;
        let r = x - k;
        let scaled = SPLITTER * r;
        let high = scaled - (scaled - r);
        let low = r - high;
        reduced(k, high * LN_2_SHORT, low * LN_2_SHORT + r * LN_2_SHORT_LOW)
    } else {
        beyond(x)
    }
}

/// Either exponential where it leaves the range: infinity, 0 or NaN.
pub(super) const fn beyond(x: f64) -> f64 {
    if x < 0.0 {
        0.0
    } else {
        // NaN stays NaN, positive `x` becomes infinity.
        x * f64::INFINITY
    }
}
