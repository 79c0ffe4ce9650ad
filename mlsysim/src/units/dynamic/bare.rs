//! The functions of the language over bare numbers, for the bodies of formulas.
//!
//! None of them makes a number of what is none: a division by zero before them must not
//! disappear in `exp(-infinity)` or `min(infinity, 3)`.

use mlsysim_language::operation::Order;

use crate::units::math;
pub use crate::units::math::{abs, ceil, floor, ln, log2, log10, round, sqrt};

/// `e` to the power of a number; of an infinite one it is no number.
pub const fn exp(a: f64) -> f64 {
    if a.is_finite() {
        math::exp(a)
    } else {
        f64::NAN
    }
}

/// The smaller of two numbers; with anything else it is no number.
pub const fn min(a: f64, b: f64) -> f64 {
    if a.is_finite() && b.is_finite() {
        a.min(b)
    } else {
        f64::NAN
    }
}

/// The larger of two numbers; with anything else it is no number.
pub const fn max(a: f64, b: f64) -> f64 {
    if a.is_finite() && b.is_finite() {
        a.max(b)
    } else {
        f64::NAN
    }
}

/// A computed divisor or side of a comparison, in which an infinite number would disappear.
pub const fn finite(a: f64) -> f64 {
    if a.is_finite() { a } else { f64::NAN }
}

/// Whether one number stands to another as it should; nothing where one of them is no number.
pub const fn decides(order: Order, left: f64, right: f64) -> Option<bool> {
    if left.is_nan() || right.is_nan() {
        return None;
    }
    Some(order.holds(left, right))
}

/// `a ^ b`; small whole exponents multiply.
pub const fn power(a: f64, b: f64) -> f64 {
    if !(a.is_finite() && b.is_finite()) {
        return f64::NAN;
    }
    let whole = b as i32;
    if whole as f64 == b && whole.unsigned_abs() <= 64 {
        math::powi(a, whole)
    } else {
        math::powf(a, b)
    }
}
