//! What the macros' output names. No stability is promised.

pub use linkme;

pub use crate::claims::formula::{Argument, Formula, MAXIMUM_ARGUMENTS, domain};
pub use crate::claims::guard::{
    agrees, at_least, at_most, equals, is, less, more, prints, published_differs, satisfies,
};
pub use crate::claims::napkin::{NAPKINS, Napkin};
pub use crate::claims::verify::{bites, holds};
pub use crate::units::dynamic::{
    Dynamic, Typed, abs, add, argument, at, bare, ceil, check_argument, declared, div, either, exp,
    floor, ln, log2, log10, max, min, mul, n, neg, of, pow, power, put, round, run, sqrt, sub,
    typed, unknown,
};
use crate::units::{Dimension, Qty, of_base};

/// The bare number of a quantity, in base units.
pub const fn value<D: Dimension + ?Sized>(quantity: Qty<D>) -> f64 {
    quantity.value
}

/// A quantity from a bare number whose dimension was checked elsewhere.
pub const fn bare_quantity<D: Dimension + ?Sized>(value: f64) -> Qty<D> {
    of_base(value)
}

/// Stands where an expression was that did not parse; the error is reported there.
pub const fn failed<D: Dimension + ?Sized>() -> Qty<D> {
    of_base(f64::NAN)
}
