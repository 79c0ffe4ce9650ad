//! The inverse of the sine.

use super::sqrt;

/// Coefficients (2k)! / (4ᵏ k!² (2k + 1)) of the series for arcsine, from x³ on.
const SERIES: [f64; 26] = {
    let mut series = [0.0; 26];
    let mut central = 1.0;
    let mut k = 1;
    while k <= 26 {
        central *= (2 * k - 1) as f64 / (2 * k) as f64;
        series[k - 1] = central / (2 * k + 1) as f64;
        k += 1;
    }
    series
};

/// (asin x − x) / x for z = x² ≤ 1/4.
const fn tail(z: f64) -> f64 {
    let mut sum = 0.0;
    let mut index = SERIES.len();
    while index > 0 {
        index -= 1;
        sum = (sum + SERIES[index]) * z;
    }
    sum
}

/// Arcsine in radians, from −π/2 to π/2; NaN outside of −1 to 1. Less accurate than the
/// rest: up to 3 steps from `std`, just above ±0.5.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::asin(1.0);
/// assert_eq!(X, std::f64::consts::FRAC_PI_2);
/// ```
#[must_use]
pub const fn asin(x: f64) -> f64 {
    let magnitude = x.abs();
    if magnitude <= 0.5 {
        return x + x * tail(x * x);
    }
    // Near 1 the series is slow: asin x = π/2 − 2 asin √((1 − x) / 2).
    let z = (1.0 - magnitude) / 2.0;
    let root = sqrt(z);
    let value = core::f64::consts::FRAC_PI_2 - 2.0 * (root + root * tail(z));
    if x < 0.0 { -value } else { value }
}
