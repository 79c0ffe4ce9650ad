use crate::__private::{broken_step, quotient_breaks};
use mlsysim_language::operation::{Comparison, Order};
use mlsysim_language::record::Shape;

use super::super::guard::{
    StatedRule, agrees, at_least, at_most, compares_bites, equals, less, loose_is_needed, more,
    prints, prints_bites, published_differs, satisfies,
};
use super::super::napkin::Napkin;
use super::{Draft, compared, plain, printed, printed_report, report, times};
use crate::unit::{GB, h};
use crate::units::dynamic::{Dynamic, of};

type Guard = fn(&Napkin, usize, usize, usize, usize, StatedRule, bool);

const GUARDS: [(Guard, Comparison); 5] = [
    (less, Comparison::Ordered(Order::Less)),
    (at_most, Comparison::Ordered(Order::AtMost)),
    (more, Comparison::Ordered(Order::More)),
    (at_least, Comparison::Ordered(Order::AtLeast)),
    (equals, Comparison::Equal),
];

fn holds(guard: usize, value: f64, bound: f64) -> bool {
    let (guard, comparison) = GUARDS[guard];
    let (napkin, [value, bound, factor]) =
        compared(plain(value), comparison, "1", "", plain(1.0), bound);
    report(|| guard(&napkin, value, bound, factor, 0, StatedRule::NONE, true)).is_none()
}

#[test]
#[cfg(not(feature = "deferred"))]
fn each_guard_decides_its_own_comparison_and_noise_decides_nothing() {
    for (value, bound, expected) in [
        (1.0, 2.0, [true, true, false, false, false]),
        (2.0, 2.0, [false, true, false, true, true]),
        (3.0, 2.0, [false, false, true, true, false]),
        (0.1 + 0.2, 0.3, [false, true, false, true, true]),
        (2.0 + 1e-11, 2.0, [false, false, true, true, false]),
        (f64::NAN, 2.0, [false; 5]),
        (f64::INFINITY, 2.0, [false, false, true, true, false]),
    ] {
        for (guard, expected) in expected.into_iter().enumerate() {
            assert_eq!(
                holds(guard, value, bound),
                expected,
                "{value} {bound} {guard}"
            );
        }
    }
}

#[test]
#[cfg(not(feature = "deferred"))]
fn a_stated_number_holds_from_end_to_end() {
    let hour = of(h);
    let says = |value| printed_report(times(value, hour), "21.4", "h", hour, (21.35, 21.45));
    // A tie may be printed either way.
    assert_eq!(says(21.45), None);
    assert_eq!(says(21.35), None);
    assert!(says(21.450_001).is_some() && says(21.349_999).is_some());
    let bytes = printed_report(times(21.4, of(GB)), "21.4", "h", hour, (21.35, 21.45)).unwrap();
    assert!(bytes.contains("unlike dimensions"), "{bytes}");
}

#[test]
#[cfg(not(feature = "deferred"))]
fn what_is_missing_is_silent_and_what_is_no_number_is_not() {
    let hour = of(h);
    let says = |value| printed_report(value, "5", "h", hour, (4.5, 5.5));
    for missing in [Dynamic::UNKNOWN, Dynamic::FAILED] {
        assert_eq!(says(missing), None);
        for (guard, comparison) in GUARDS {
            let (napkin, [value, bound, factor]) =
                compared(missing, comparison, "5", "h", hour, 5.0);
            guard(&napkin, value, bound, factor, 0, StatedRule::NONE, false);
        }
    }
    let number = says(Dynamic {
        value: f64::NAN,
        ..hour
    });
    assert!(number.unwrap().contains("is no number"));
}

#[test]
#[cfg(not(feature = "deferred"))]
fn a_claim_that_cannot_fail_is_rejected() {
    let doubled = printed_report(plain(0.2), "0", "", plain(1.0), (-0.5, 0.5)).unwrap();
    assert!(doubled.contains("does not bite"), "{doubled}");
    let negative = printed_report(plain(-6.0), "-5", "", plain(1.0), (-9.5, -0.5)).unwrap();
    assert!(negative.contains("does not bite"), "{negative}");
    assert_eq!(
        printed_report(plain(-5.2), "-5", "", plain(1.0), (-5.5, -4.5)),
        None
    );
    let bounded = |value, bound: f64| {
        let comparison = Comparison::Ordered(Order::More);
        let (napkin, [value, bound, factor]) =
            compared(plain(value), comparison, "1", "", plain(1.0), bound);
        let bites = compares_bites(&napkin, comparison, value, bound);
        let said = report(|| more(&napkin, value, bound, factor, 0, StatedRule::NONE, false));
        assert_eq!(bites, said.is_none(), "{said:?}");
        bites
    };
    assert!(bounded(10.0, 1.0) && bounded(3.0, 0.3));
    assert!(!bounded(10.1, 1.0) && !bounded(1.0, 0.0));
}

#[test]
#[cfg(not(feature = "deferred"))]
fn loose_is_reported_where_nothing_needs_it() {
    let (napkin, value, rule) = printed(plain(5.0), "5", "", plain(1.0), (4.5, 5.5));
    assert!(prints_bites(&napkin, value, rule));
    let said = report(|| loose_is_needed(&napkin, &[true], 0)).unwrap();
    assert!(said.contains("claim `vol1::scratch::share`"), "{said}");
    assert!(said.contains("needs no `#[loose]`"), "{said}");
    assert_eq!(report(|| loose_is_needed(&napkin, &[true, false], 0)), None);
    let (wide, value, rule) = printed(plain(5.0), "5", "", plain(1.0), (2.0, 11.0));
    assert!(!prints_bites(&wide, value, rule));
    prints(&wide, value, rule, 0, StatedRule::NONE, true);
}

#[test]
#[cfg(not(feature = "deferred"))]
fn what_was_published_must_be_wrong() {
    let hour = of(h);
    let mut draft = Draft::new();
    let row = draft.outer("X", times(5.0, hour));
    let rule = draft.prints("5", "h", hour, (4.5, 5.5));
    let claim = draft.claim("interval", Shape::One, [row].into(), [(0, rule)].into());
    let right = draft.prints("5.0", "h", hour, (4.95, 5.05));
    let wrong = draft.prints("45", "h", hour, (44.5, 45.5));
    let low = draft.compares(Comparison::Ordered(Order::AtLeast), "4", "h", hour, 4.0);
    let high = draft.compares(Comparison::Ordered(Order::AtMost), "6", "h", hour, 6.0);
    let slots = [&right, &wrong].map(|rule| match rule {
        super::Rule::Prints { slot, .. } => *slot,
        _ => panic!("it prints"),
    });
    let bounds = [&low, &high].map(|rule| match rule {
        super::Rule::Compares { bound, .. } => bound.slot,
        _ => panic!("it compares"),
    });
    draft.publish(claim, Shape::One, [(0, wrong)].into());
    draft.publish(claim, Shape::One, [(0, right)].into());
    draft.publish(claim, Shape::Range, [(0, low), (0, high)].into());
    let (napkin, value) = (draft.finish(), draft.value_of(claim, 0));
    let [right, wrong] = slots.map(|slot| agrees(&napkin, value, slot));
    assert!(right && !wrong);
    published_differs(&napkin, &[wrong], claim, 0);
    let said = report(|| published_differs(&napkin, &[right], claim, 1)).unwrap();
    assert!(said.contains("published 5.0 h\n"), "{said}");
    let orders = [Order::AtLeast, Order::AtMost];
    let both: [bool; 2] = core::array::from_fn(|index| {
        satisfies(
            &napkin,
            value,
            Comparison::Ordered(orders[index]),
            bounds[index],
        )
    });
    let said = report(|| published_differs(&napkin, &both, claim, 2)).unwrap();
    assert!(said.contains("published 4 h to 6 h\n"), "{said}");
    let texts: std::vec::Vec<_> = napkin.statements()[claim]
        .claim
        .as_ref()
        .unwrap()
        .published
        .iter()
        .map(super::super::napkin::Published::text)
        .collect();
    assert_eq!(texts, ["45 h", "5.0 h", "4 h to 6 h"]);
}

#[test]
#[cfg(not(feature = "deferred"))]
fn a_step_without_a_finite_result_is_reported_once() {
    let mut draft = Draft::new();
    let row = draft.three_by_zero();
    let [a, b, slot] = [row.slot, row.slot + 1, row.slot + 2];
    let rule = draft.prints("1", "", plain(1.0), (0.5, 1.5));
    draft.claim("rate", Shape::One, [row].into(), [(0, rule)].into());
    draft.values[0].value = slot as f64;
    let napkin = draft.finish();
    assert_eq!(broken_step(napkin.values), slot);
    let said = report(|| quotient_breaks(napkin.values, a, b));
    assert_eq!(said.as_deref(), Some("3 / 0 divides by zero"));
}
