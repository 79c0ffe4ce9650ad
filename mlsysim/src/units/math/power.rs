//! Powers: x^y = e^(y·ln x), with the logarithm and product in two parts each.

use super::exponential::{LIMIT, beyond, exp_sum};
use super::logarithm::ln_parts;
use super::rounding::trunc;
use super::split::product_error;

/// From here on every `f64` is an even whole number.
const TWO_POW_53: f64 = 9_007_199_254_740_992.0;

/// x^y for finite x > 0 but 1 and finite y.
const fn positive(x: f64, y: f64) -> f64 {
    let (high, low) = ln_parts(x);
    let product = y * high;
    // Also keeps y small enough to split, since |ln x| is at least 2^-53.
    if product > -LIMIT && product < LIMIT {
        exp_sum(product, product_error(y, high, product) + y * low)
    } else {
        beyond(product)
    }
}

/// `x` to the power `y`, any arguments, specials as in `std`: NaN for negative `x`
/// and fractional `y`, 1 for `y` = 0 or `x` = 1; worst error 0.78 ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::powf(2.0, 0.5);
/// assert_eq!(X, std::f64::consts::SQRT_2);
/// ```
#[must_use]
pub const fn powf(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if x > 0.0 && x < f64::INFINITY && y > f64::NEG_INFINITY && y < f64::INFINITY {
        return positive(x, y);
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    let magnitude = x.abs();
    if y.is_infinite() {
        return if magnitude == 1.0 {
            1.0
        } else if (magnitude > 1.0) == (y > 0.0) {
            f64::INFINITY
        } else {
            0.0
        };
    }
    let whole = trunc(y) == y;
    let odd = whole && y.abs() < TWO_POW_53 && (y as i64) & 1 == 1;
    let result = if x == 0.0 || x.is_infinite() {
        if (x == 0.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        }
    } else if whole {
        powf(magnitude, y)
    } else {
        return f64::NAN;
    };
    if odd && x.is_sign_negative() {
        -result
    } else {
        result
    }
}

/// `x` to the whole power `n`, any arguments, specials as [`powf`]; worst error 0.75
/// ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::powi(10.0, -3);
/// assert_eq!(X, 0.001);
/// ```
#[must_use]
pub const fn powi(x: f64, n: i32) -> f64 {
    // The common powers, each a single rounding.
    match n {
        0 => 1.0,
        1 => x,
        2 => x * x,
        -1 => 1.0 / x,
        _ => powf(x, n as f64),
    }
}
