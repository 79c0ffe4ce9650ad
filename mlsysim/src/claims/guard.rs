//! What the compiler enforces: one call for each stated number.

use super::message::{self, Claim};
use super::napkin::Napkin;
use crate::units::display::same;
use crate::units::dynamic::Dynamic;

/// Floating-point noise in the last bits must not decide a tie.
pub(crate) const NOISE: f64 = 1e-12;

/// A bound further than this from the value says nothing.
pub(crate) const FARTHEST_BOUND: f64 = 10.0;

/// The rounding rule: the value lies within the ends, ends included.
pub(crate) const fn within(value: f64, low: f64, high: f64) -> bool {
    value >= low - NOISE * low.abs() && value <= high + NOISE * high.abs()
}

/// Equal to one part in 10¹².
pub(crate) const fn nearly_equal(value: f64, stated: f64) -> bool {
    (value - stated).abs() <= NOISE * stated.abs()
}

pub(crate) const fn ordered(value: f64, relation: &str, bound: f64) -> bool {
    match relation.as_bytes() {
        b"<" => value < bound,
        b"<=" => value <= bound + NOISE * bound.abs(),
        b">" => value > bound,
        b"==" => nearly_equal(value, bound),
        _ => value >= bound - NOISE * bound.abs(),
    }
}

/// Whether a bound is near enough to the value to be able to fail.
pub(crate) const fn bound_bites(value: f64, bound: f64) -> bool {
    let ratio = (value / bound).abs();
    bound != 0.0 && ratio <= FARTHEST_BOUND && ratio >= 1.0 / FARTHEST_BOUND
}

/// `~=`: the value, in the stated unit, prints as stated. `value` and `unit` are
/// slots of the napkin; the ends of the interval follow the unit.
#[track_caller]
pub const fn prints(
    napkin: &Napkin,
    value: usize,
    unit: usize,
    statement: usize,
    rule: usize,
    loose: bool,
) {
    if cfg!(feature = "deferred") {
        return;
    }
    let values = napkin.values;
    let (low, high) = (values[unit + 1].value, values[unit + 2].value);
    let computed = values[value].value / values[unit].value;
    // Nearly every claim is plainly right and plainly bites, and needs no report.
    let is_right = low > 0.0 && computed >= low && computed <= high && 1.9 * low > high;
    if is_right && values[value].dimension == values[unit].dimension {
        return;
    }
    let claim = Claim {
        napkin,
        statement,
        rule,
    };
    prints_holds(&claim, values[value], values[unit], low, high);
    prints_bites(&claim, values[value], values[unit], low, high, loose);
}

#[track_caller]
pub(super) const fn prints_holds(
    claim: &Claim,
    value: Dynamic,
    unit: Dynamic,
    low: f64,
    high: f64,
) {
    if value.dimension != unit.dimension {
        message::wrong_dimension(claim, unit.dimension, value.dimension);
    }
    let computed = value.value / unit.value;
    if !within(computed, low, high) {
        message::does_not_print(claim, computed, low, high);
    }
}

#[track_caller]
pub(super) const fn prints_bites(
    claim: &Claim,
    value: Dynamic,
    unit: Dynamic,
    low: f64,
    high: f64,
    loose: bool,
) {
    let computed = value.value / unit.value;
    if !loose && (within(2.0 * computed, low, high) || within(0.5 * computed, low, high)) {
        message::cannot_fail(claim, "its value doubled or halved would pass too");
    }
}

macro_rules! comparisons {
    ($($name:ident, $relation:literal;)*) => {$(
        #[doc = concat!("`", $relation, "`: `value` and `bound` are slots of the napkin; the stated unit follows the bound.")]
        #[track_caller]
        pub const fn $name(napkin: &Napkin, value: usize, bound: usize, statement: usize, rule: usize, loose: bool) {
            if cfg!(feature = "deferred") {
                return;
            }
            let claim = Claim { napkin, statement, rule };
            let values = napkin.values;
            compares_holds(&claim, values[value], values[bound], values[bound + 1].value, $relation);
            compares_bites(&claim, values[value], values[bound], values[bound + 1].value, $relation, loose);
        }
    )*};
}

comparisons! {
    less, "<";
    at_most, "<=";
    more, ">";
    at_least, ">=";
    equals, "==";
}

/// The bound is stated in a unit of `factor` base units, zero if it is no literal.
#[track_caller]
pub(super) const fn compares_holds(
    claim: &Claim,
    value: Dynamic,
    bound: Dynamic,
    factor: f64,
    relation: &str,
) {
    if value.dimension != bound.dimension {
        message::wrong_dimension(claim, bound.dimension, value.dimension);
    }
    if !ordered(value.value, relation, bound.value) {
        message::out_of_bound(claim, value, bound, factor, relation);
    }
}

#[track_caller]
pub(super) const fn compares_bites(
    claim: &Claim,
    value: Dynamic,
    bound: Dynamic,
    factor: f64,
    relation: &str,
    loose: bool,
) {
    if loose {
        return;
    }
    if same(relation, "==") {
        if value.value == 0.0 {
            message::cannot_fail(claim, "zero doubled and halved is zero");
        }
        return;
    }
    if bound.value == 0.0 {
        message::cannot_fail(claim, "a bound of zero says nothing about the size");
    }
    if !bound_bites(value.value, bound.value) {
        message::bound_too_far(claim, value, bound, factor);
    }
}

/// `is`: the enum's name.
#[track_caller]
pub const fn is(napkin: &Napkin, name: usize, statement: usize) {
    if !cfg!(feature = "deferred") {
        let claim = Claim {
            napkin,
            statement,
            rule: 0,
        };
        is_holds(&claim, napkin.names[name], claim.stated());
    }
}

#[track_caller]
pub(super) const fn is_holds(claim: &Claim, computed: &str, stated: &str) {
    if !same(computed, stated) {
        message::is_not(claim, stated, computed);
    }
}

/// Whether a published figure is what the computed value prints as; slots as for [`prints`].
#[track_caller]
pub const fn agrees(napkin: &Napkin, value: usize, unit: usize) -> bool {
    let values = napkin.values;
    let (value, low, high) = (
        values[value],
        values[unit + 1].value,
        values[unit + 2].value,
    );
    if value.dimension != values[unit].dimension {
        message::published_dimension(values[unit].dimension, value.dimension);
    }
    within(value.value / values[unit].value, low, high)
}

/// Whether a published bound holds.
#[track_caller]
pub const fn satisfies(napkin: &Napkin, value: usize, relation: &str, bound: usize) -> bool {
    let (value, bound) = (napkin.values[value], napkin.values[bound]);
    if value.dimension != bound.dimension {
        message::published_dimension(bound.dimension, value.dimension);
    }
    ordered(value.value, relation, bound.value)
}

/// `#[published]`: what the printed edition says must be wrong in some part.
#[track_caller]
pub const fn published_differs(napkin: &Napkin, agreements: &[bool], statement: usize) {
    if cfg!(feature = "deferred") {
        return;
    }
    let mut index = 0;
    while index < agreements.len() {
        if !agreements[index] {
            return;
        }
        index += 1;
    }
    message::published_is_right(&Claim {
        napkin,
        statement,
        rule: 0,
    });
}
