//! Rounding to whole numbers. All exact.

/// From here on every `f64` is whole.
const TWO_POW_52: f64 = 4_503_599_627_370_496.0;

/// Magnitude of `x`, any `x`; exact.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::abs(-2.5);
/// assert_eq!(X, 2.5);
/// ```
#[must_use]
#[inline]
pub const fn abs(x: f64) -> f64 {
    x.abs()
}

/// `x` without its fraction, rounding toward zero, any `x`; exact.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::trunc(-2.7);
/// assert_eq!(X, -2.0);
/// ```
#[must_use]
#[inline]
pub const fn trunc(x: f64) -> f64 {
    if x > -TWO_POW_52 && x < TWO_POW_52 {
        (x as i64 as f64).copysign(x)
    } else {
        x
    }
}

/// Largest whole number not above `x`, any `x`; exact.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::floor(-2.5);
/// assert_eq!(X, -3.0);
/// ```
#[must_use]
#[inline]
pub const fn floor(x: f64) -> f64 {
    let whole = trunc(x);
    if whole > x { whole - 1.0 } else { whole }
}

/// Smallest whole number not below `x`, any `x`; exact.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::ceil(2.1);
/// assert_eq!(X, 3.0);
/// ```
#[must_use]
#[inline]
pub const fn ceil(x: f64) -> f64 {
    let whole = trunc(x);
    if whole < x { whole + 1.0 } else { whole }
}

/// Nearest whole number, halves away from zero, any `x`; exact.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::round(-2.5);
/// assert_eq!(X, -3.0);
/// ```
#[must_use]
#[inline]
pub const fn round(x: f64) -> f64 {
    let whole = trunc(x);
    // The difference is exact; adding 0.5 to `x` first would not be.
    if (x - whole).abs() >= 0.5 {
        whole + 1.0_f64.copysign(x)
    } else {
        whole
    }
}
