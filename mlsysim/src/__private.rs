//! What the macros' output names. No stability is promised.

mod operations;

pub use linkme;
pub use mlsysim_language::operation::{Comparison, Order};
pub use mlsysim_macros::{own_formula, with_units};

pub use self::operations::{
    abs, add, at, broken_step, ceil, div, either, exp, floor, ln, log2, log10, max, min, mul, n,
    neg, of, of_call, pow, product_breaks, put, quotient_breaks, round, sqrt, sub,
};
pub use crate::claims::formula::{
    Argument, FORMULAS, Formula, MAXIMUM_ARGUMENTS, domain, other_count,
};
pub use crate::claims::guard::{
    StatedRule, agrees, at_least, at_most, compares_bites, equals, is, is_counted, less,
    loose_is_needed, more, prints, prints_bites, published_differs, satisfies,
};
pub use crate::claims::method::{METHODS, Method};
pub use crate::claims::napkin::{NAPKINS, Napkin};
pub use crate::claims::no_formula::NoFormula;
pub use crate::claims::verify::{bites, holds};
pub use crate::core::constants::registry::{
    CONSTANTS, NoQuantity, Page, Probe, Quantity, Readable, Reading,
};
pub use crate::units::dynamic::bare::{self, power};
pub use crate::units::dynamic::run::run;
pub use crate::units::dynamic::typed::{
    argument, check_arguments, declared, field, result, typed, unknown,
};
pub use crate::units::dynamic::{Dynamic, Typed};
pub use crate::units::own::OWN_UNITS;
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
    of_base(Dynamic::FAILED.value)
}

/// Of the arguments of a formula the first that is missing, if there is one: its body is not
/// computed then, for arithmetic would make of it what no one could tell from a mistake.
pub const fn missing(arguments: &[Dynamic], dimension: i64) -> Option<Dynamic> {
    let mut index = 0;
    while index < arguments.len() {
        if arguments[index].is_missing() {
            return Some(n(arguments[index].value, dimension));
        }
        index += 1;
    }
    None
}
