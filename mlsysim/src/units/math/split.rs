//! Exact products of two `f64`, as a sum of two; there is no fused multiply-add
//! in `const`.

/// 2²⁷ + 1, Veltkamp's constant. With `t = SPLITTER * x`, `t - (t - x)` and what is
/// left of x have at most 26 bits each, so that products of such parts are exact.
///
/// Written out where used: the compile-time interpreter takes longer to call a
/// function than to do it.
pub(super) const SPLITTER: f64 = 134_217_729.0;

/// What rounding took from `product`, the rounded `a * b`, by Dekker's method.
/// Needs |a| and |b| below 2⁹⁹⁶.
pub(super) const fn product_error(a: f64, b: f64, product: f64) -> f64 {
    let a_scaled = SPLITTER * a;
    let a_high = a_scaled - (a_scaled - a);
    let a_low = a - a_high;
    let b_scaled = SPLITTER * b;
    let b_high = b_scaled - (b_scaled - b);
    let b_low = b - b_high;
    ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low
}
