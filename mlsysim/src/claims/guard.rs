//! What the compiler enforces: one call for each stated number.
//!
//! A claim whose value is missing is silent: something before it is reported.

use mlsysim_language::operation::{Comparison, Order, within};

pub use super::message::StatedRule;
use super::message::{self, Claim};
use super::napkin::Napkin;
use super::stated::Stated;
use crate::units::display::same;
use crate::units::dynamic::{Dynamic, ONE};

/// A bound further than this from the value says nothing.
pub(crate) const FARTHEST_BOUND: f64 = 10.0;

/// `~=`: the value, in the stated unit, prints as stated. `value` and `rule` are
/// slots of the napkin: of one of the unit, and the ends of the interval follow it.
#[track_caller]
pub const fn prints(
    napkin: &Napkin,
    value: usize,
    rule: usize,
    statement: usize,
    written: StatedRule,
    loose: bool,
) {
    if cfg!(feature = "deferred") {
        return;
    }
    let values = napkin.values;
    let stated = Stated::at(values, rule);
    let (low, high) = (stated.low, stated.high);
    let number = values[value].value / stated.unit.value;
    // Nearly every claim is plainly right and plainly bites, and needs no report.
    let is_right = low > 0.0 && number >= low && number <= high && 1.9 * low > high;
    if is_right && values[value].dimension == stated.unit.dimension {
        return;
    }
    let claim = Claim::new(napkin, statement, written);
    prints_holds(&claim, values[value], &stated);
    prints_can_fail(&claim, values[value], &stated, loose);
}

#[track_caller]
pub(super) const fn prints_holds(claim: &Claim, value: Dynamic, stated: &Stated) {
    if value.is_missing() {
        return;
    }
    if value.dimension != stated.unit.dimension {
        message::wrong_dimension(claim, stated.unit.dimension, value.dimension);
    }
    if !stated.holds(value) {
        message::does_not_print(claim, value.value / stated.unit.value, stated);
    }
}

#[track_caller]
pub(super) const fn prints_can_fail(claim: &Claim, value: Dynamic, stated: &Stated, loose: bool) {
    if !loose && !value.is_missing() && !stated.bites(value) {
        message::cannot_fail(claim, "its value doubled or halved would pass too");
    }
}

macro_rules! comparisons {
    ($($name:ident $comparison:expr, $sign:literal;)*) => {$(
        #[doc = concat!("`", $sign, "`: `value`, `bound` and `factor`, the size of the stated unit, are slots of the napkin.")]
        #[track_caller]
        pub const fn $name(
            napkin: &Napkin,
            value: usize,
            bound: usize,
            factor: usize,
            statement: usize,
            written: StatedRule,
            loose: bool,
        ) {
            if cfg!(feature = "deferred") {
                return;
            }
            let values = napkin.values;
            let claim = Claim::new(napkin, statement, written);
            let (value, bound, factor) = (values[value], values[bound], values[factor].value);
            compares_holds(&claim, value, bound, factor, $comparison);
            compares_can_fail(&claim, value, bound, factor, $comparison, loose);
        }
    )*};
}

comparisons! {
    less Comparison::Ordered(Order::Less), "<";
    at_most Comparison::Ordered(Order::AtMost), "<=";
    more Comparison::Ordered(Order::More), ">";
    at_least Comparison::Ordered(Order::AtLeast), ">=";
    equals Comparison::Equal, "==";
}

/// The bound is stated in a unit of `factor` base units, zero if it is no literal.
#[track_caller]
pub(super) const fn compares_holds(
    claim: &Claim,
    value: Dynamic,
    bound: Dynamic,
    factor: f64,
    comparison: Comparison,
) {
    if value.is_missing() || bound.is_missing() {
        return;
    }
    if value.dimension != bound.dimension {
        message::wrong_dimension(claim, bound.dimension, value.dimension);
    }
    if !comparison.holds(value.value, bound.value) {
        message::out_of_bound(claim, value, bound, factor, comparison);
    }
}

#[track_caller]
pub(super) const fn compares_can_fail(
    claim: &Claim,
    value: Dynamic,
    bound: Dynamic,
    factor: f64,
    comparison: Comparison,
    loose: bool,
) {
    if loose || value.is_missing() || bound.is_missing() {
        return;
    }
    match bite(comparison, value, bound) {
        Bite::Bites => {}
        Bite::Zero => message::cannot_fail(claim, "zero doubled and halved is zero"),
        Bite::BoundOfZero => {
            message::cannot_fail(claim, "a bound of zero says nothing about the size")
        }
        Bite::Far => message::bound_too_far(claim, value, bound, factor),
    }
}

/// Whether a comparison is able to fail, and why not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bite {
    Bites,
    Zero,
    BoundOfZero,
    Far,
}

const fn bite(comparison: Comparison, value: Dynamic, bound: Dynamic) -> Bite {
    let (value, bound) = (value.value, bound.value);
    match comparison {
        Comparison::Equal if value == 0.0 => Bite::Zero,
        Comparison::Equal => Bite::Bites,
        Comparison::Ordered(_) if bound == 0.0 => Bite::BoundOfZero,
        Comparison::Ordered(_) => {
            let ratio = (value / bound).abs();
            // Noise in a quotient of ten is no distance.
            let is_near = within(ratio, 1.0 / FARTHEST_BOUND, FARTHEST_BOUND);
            if is_near { Bite::Bites } else { Bite::Far }
        }
    }
}

/// Whether a stated number holds and rejects the value doubled and halved; slots as for
/// [`prints`]. Of a claim that does not hold that is reported, and no more.
pub const fn prints_bites(napkin: &Napkin, value: usize, rule: usize) -> bool {
    let value = napkin.values[value];
    let stated = Stated::at(napkin.values, rule);
    !value.is_missing() && stated.holds(value) && stated.bites(value)
}

/// Whether a bound holds and is near enough to be able to fail.
pub const fn compares_bites(
    napkin: &Napkin,
    comparison: Comparison,
    value: usize,
    bound: usize,
) -> bool {
    let (value, bound) = (napkin.values[value], napkin.values[bound]);
    comparison.holds(value.value, bound.value) && compare_bites(value, comparison, bound)
}

pub(super) const fn compare_bites(value: Dynamic, comparison: Comparison, bound: Dynamic) -> bool {
    let is_known = !value.is_missing() && !bound.is_missing();
    is_known && matches!(bite(comparison, value, bound), Bite::Bites)
}

/// `#[loose]`: not every rule of the claim may bite.
#[track_caller]
pub const fn loose_is_needed(napkin: &Napkin, bites: &[bool], statement: usize) {
    if !cfg!(feature = "deferred") && all(bites) {
        message::loose_for_nothing(&Claim::new(napkin, statement, StatedRule::NONE));
    }
}

/// `is`: the enum's name.
#[track_caller]
pub const fn is(napkin: &Napkin, name: usize, stated: &str, statement: usize) {
    if !cfg!(feature = "deferred") {
        let claim = Claim::new(napkin, statement, StatedRule::NONE);
        is_holds(&claim, napkin.names[name], stated);
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
pub const fn agrees(napkin: &Napkin, value: usize, rule: usize) -> bool {
    prints_as(napkin.values[value], &Stated::at(napkin.values, rule))
}

#[track_caller]
pub(super) const fn prints_as(value: Dynamic, stated: &Stated) -> bool {
    if value.is_missing() {
        return false;
    }
    if value.dimension != stated.unit.dimension {
        message::published_dimension(stated.unit.dimension, value.dimension);
    }
    stated.holds(value)
}

/// Whether a published bound holds.
#[track_caller]
pub const fn satisfies(
    napkin: &Napkin,
    value: usize,
    comparison: Comparison,
    bound: usize,
) -> bool {
    compares(napkin.values[value], comparison, napkin.values[bound])
}

#[track_caller]
pub(super) const fn compares(value: Dynamic, comparison: Comparison, bound: Dynamic) -> bool {
    if value.is_missing() || bound.is_missing() {
        return false;
    }
    if value.dimension != bound.dimension {
        message::published_dimension(bound.dimension, value.dimension);
    }
    comparison.holds(value.value, bound.value)
}

/// `#[published]`: what the printed edition says must be wrong in some part.
#[track_caller]
pub const fn published_differs(
    napkin: &Napkin,
    agreements: &[bool],
    statement: usize,
    published: usize,
) {
    if !cfg!(feature = "deferred") && all(agreements) {
        message::published_is_right(&Claim::new(napkin, statement, StatedRule::NONE), published);
    }
}

const fn all(answers: &[bool]) -> bool {
    let mut index = 0;
    while index < answers.len() {
        if !answers[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// A count that may be a factor has dimension one; else the value is for each of a noun, as the
/// message says. `possible` are slots of the napkin.
#[track_caller]
pub const fn is_counted(napkin: &Napkin, possible: &[usize], message: &str, statement: usize) {
    if cfg!(feature = "deferred") {
        return;
    }
    let mut index = 0;
    while index < possible.len() {
        let value = napkin.values[possible[index]];
        if value.dimension == ONE {
            return;
        }
        index += 1;
    }
    message::not_counted(&Claim::new(napkin, statement, StatedRule::NONE), message);
}
