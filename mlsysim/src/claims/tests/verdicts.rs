use mlsysim_language::operation::{Comparison, Order};
use mlsysim_language::record::Shape;

use super::super::verify::{bites, computes, holds};
use super::{Draft, plain, printed, report, times};
use crate::unit::h;
use crate::units::dynamic::{Dynamic, of};

#[test]
fn a_claim_holds_by_its_record_and_its_values() {
    let hour = of(h);
    let (right, ..) = printed(times(5.2, hour), "5", "h", hour, (4.5, 5.5));
    holds(&right, 0);
    bites(&right, 0);
    computes(&right);
    let (wrong, ..) = printed(times(5.6, hour), "5", "h", hour, (4.5, 5.5));
    let said = report(|| holds(&wrong, 0)).unwrap();
    assert!(
        said.contains("does not hold\n    stated      5 h"),
        "{said}"
    );
    assert!(report(|| holds(&right, 1)).unwrap().contains("is no claim"));
}

#[test]
fn a_claim_that_accepts_its_double_does_not_bite() {
    let (wide, ..) = printed(plain(3.0), "3", "", plain(1.0), (1.0, 6.5));
    holds(&wide, 0);
    assert!(
        report(|| bites(&wide, 0))
            .unwrap()
            .contains("does not bite")
    );
    let mut draft = Draft::new();
    let row = draft.outer("X", plain(30.0));
    let rule = draft.compares(Comparison::Ordered(Order::More), "1", "", plain(1.0), 1.0);
    let claim = draft.claim("x", Shape::One, [row].into(), [(0, rule)].into());
    let said = report(|| bites(&draft.finish(), claim)).unwrap();
    assert!(said.contains("more than 10 times away"), "{said}");
    draft.said(claim).loose = Some("the sign is the point".into());
    bites(&draft.finish(), claim);
}

#[test]
fn a_claim_that_bites_needs_no_excuse() {
    let mut draft = Draft::new();
    let row = draft.outer("X", plain(3.0));
    let rule = draft.prints("3", "", plain(1.0), (2.5, 3.5));
    let claim = draft.claim("x", Shape::One, [row].into(), [(0, rule)].into());
    bites(&draft.finish(), claim);
    draft.said(claim).loose = Some("why".into());
    let said = report(|| bites(&draft.finish(), claim)).unwrap();
    assert!(said.contains("needs no `#[loose]`"), "{said}");
}

#[test]
fn a_published_figure_that_is_right_is_no_erratum() {
    let mut draft = Draft::new();
    let row = draft.outer("X", plain(3.0));
    let rule = draft.prints("3", "", plain(1.0), (2.5, 3.5));
    let claim = draft.claim("x", Shape::One, [row].into(), [(0, rule)].into());
    let wrong = draft.prints("4", "", plain(1.0), (3.5, 4.5));
    draft.publish(claim, Shape::One, [(0, wrong)].into());
    holds(&draft.finish(), claim);
    let right = draft.compares(Comparison::Ordered(Order::Less), "5", "", plain(1.0), 5.0);
    draft.publish(claim, Shape::One, [(0, right)].into());
    let said = report(|| holds(&draft.finish(), claim)).unwrap();
    assert!(
        said.contains("in fact right\n    published < 5\n"),
        "{said}"
    );
}

#[test]
fn a_step_without_a_finite_result_breaks_what_follows_from_it() {
    let mut draft = Draft::new();
    let row = draft.three_by_zero();
    let broken = row.slot + 2;
    draft.add("rate", Shape::One, [row].into());
    let row = draft.outer("X", Dynamic::UNKNOWN);
    let rule = draft.prints("1", "", plain(1.0), (0.5, 1.5));
    let claim = draft.claim("follows", Shape::One, [row].into(), [(0, rule)].into());
    draft.values[0].value = broken as f64;
    let napkin = draft.finish();
    for said in [
        report(|| computes(&napkin)),
        report(|| holds(&napkin, claim)),
    ] {
        let said = said.unwrap();
        assert!(
            said.starts_with("`vol1::scratch::rate` cannot be computed: 3 / 0 divides by zero"),
            "{said}"
        );
    }
}

#[test]
fn what_the_trace_gives_must_be_what_was_compiled() {
    let mut draft = Draft::new();
    let six = draft.number("6", "", plain(6.0));
    let six = draft.add("six", Shape::One, [six].into());
    let two = draft.number("2", "", plain(2.0));
    let two = draft.add("two", Shape::One, [two].into());
    let row = draft.quotient((six, 0), (two, 0));
    let slot = row.slot + 2;
    let rule = draft.prints("3", "", plain(1.0), (2.5, 3.5));
    let claim = draft.claim("third", Shape::One, [row].into(), [(0, rule)].into());
    holds(&draft.finish(), claim);
    draft.values[slot].value = 3.000_001;
    let said = report(|| holds(&draft.finish(), claim)).unwrap();
    assert!(said.contains("the trace gives"), "{said}");
}
