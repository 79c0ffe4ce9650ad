//! Quantities whose dimension is data: what the macros compute with.
//!
//! An expression in `check!`, `q!` or a formula is evaluated by the compiler
//! over these. A wrong dimension is then a message in words at the place of the
//! mistake, where a type error would print type-level integers; and it costs a
//! small part of what the trait solver would.
//!
//! An operation that has no finite result, or whose operands do not go together,
//! gives a [`Mismatch`]: the same evaluation panics in const and can report at run time.

pub mod bare;
mod mismatch;
pub mod operations;
pub(crate) mod run;
pub(crate) mod typed;

pub(crate) use mlsysim_language::dimension::is_in_range;
pub use mlsysim_language::dimension::{BASE_QUANTITIES, GREATEST_EXPONENT, exponent};

pub use mismatch::{Mismatch, Operation, Pair, Plain};
pub use operations::{add, divide, multiply, negate, subtract};
pub use typed::{Typed, dimension_of, of};

use super::text::Text;

/// A value in base units with its dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dynamic {
    /// The value in base units.
    pub value: f64,
    /// The exponents of the eight base quantities, as digits of base 256 from
    /// -127 to 127, length first. Products add them, quotients subtract them.
    pub dimension: i64,
}

/// Numbers of their own among the many that are none; arithmetic makes another one.
const UNKNOWN: u64 = 0x7ff8_6e6f_7420_6f6e;
const FAILED: u64 = 0x7ff8_6661_696c_6564;
const WITHOUT_SIGN: u64 = u64::MAX >> 1;

impl Dynamic {
    /// A value that is not computed yet, or not at all because something before it is reported.
    pub const UNKNOWN: Dynamic = Dynamic {
        value: f64::from_bits(UNKNOWN),
        dimension: ONE,
    };

    /// Stands where an expression was that did not parse; the error is reported there.
    pub const FAILED: Dynamic = Dynamic {
        value: f64::from_bits(FAILED),
        dimension: ONE,
    };

    /// Whether the value is missing for a reason that is reported elsewhere.
    pub const fn is_missing(self) -> bool {
        is_missing(self.value)
    }

    /// Whether it follows from an expression that did not parse.
    pub(crate) const fn has_failed(self) -> bool {
        self.value.to_bits() & WITHOUT_SIGN == FAILED
    }
}

/// Whether a value in base units stands for one that is not known.
pub(crate) const fn is_missing(value: f64) -> bool {
    if !value.is_nan() {
        return false;
    }
    let bits = value.to_bits() & WITHOUT_SIGN;
    bits == UNKNOWN || bits == FAILED
}

/// The dimension one, of counts and ratios.
pub const ONE: i64 = 0;

/// Panics with a text that was built in const.
#[track_caller]
pub(crate) const fn fail(text: &Text) -> ! {
    panic!("{}", text.as_str())
}

#[cfg(test)]
mod tests;
