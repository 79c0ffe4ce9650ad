//! Floating-point functions that run in `const` and in `no_std`.
//!
//! `std` computes these through the platform's C library, so they exist neither
//! in constants nor in `no_std` crates, and their last bit differs between
//! platforms. The ones here are plain arithmetic: same bits everywhere, at
//! compile time as at run time.
//!
//! Special values follow `std`: NaN in, NaN out (save `powf(1, NaN)` and
//! `powf(NaN, 0)`, both 1), zeros keep their sign, and overflow gives infinity.
//!
//! # Accuracy
//!
//! Worst error found in 12 000 000 points of each function by `cargo run --release
//! -p mlsysim-tests --bin math-accuracy 12000000`, in units in the last place of
//! the exact result; 0.5 is the best any rounding can do.
//!
//! | function | worst error in ulp |
//! |---|---|
//! | [`abs`] [`floor`] [`ceil`] [`round`] [`trunc`] | 0 (exact) |
//! | [`sqrt`] [`cbrt`] | 0.5 (correctly rounded) |
//! | [`exp`] | 0.78 |
//! | [`exp2`] | 0.77 |
//! | [`ln`] | 0.501 |
//! | [`log2`] | 0.501 |
//! | [`log10`] | 0.501 |
//! | [`powf`] | 0.78 |
//! | [`powi`] | 0.75 |
//! | [`sin`] | 0.80 |
//! | [`cos`] | 0.80 |

mod exponential;
mod inverse;
mod logarithm;
mod power;
mod root;
mod rounding;
mod split;
mod trigonometry;

pub use exponential::{exp, exp2};
pub use inverse::asin;
pub use logarithm::{ln, log2, log10};
pub use power::{powf, powi};
pub use root::{cbrt, sqrt};
pub use rounding::{abs, ceil, floor, round, trunc};
pub use trigonometry::{cos, sin};

/// Bits of the fraction of an `f64`, below its exponent.
const FRACTION_BITS: u32 = 52;
/// The leading 1 of a significand, which the format leaves out.
const IMPLICIT_BIT: u64 = 1 << FRACTION_BITS;
/// Mask of the fraction.
const FRACTION_MASK: u64 = IMPLICIT_BIT - 1;
/// Lifts every subnormal number into the normal range.
const TWO_POW_54: f64 = 18_014_398_509_481_984.0;
