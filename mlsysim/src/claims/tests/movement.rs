use mlsysim_language::operation::{Comparison, Operator, Order};
use mlsysim_language::record::{Row, Shape, Step};

use super::super::verify::bites;
use super::{Draft, WrittenRow, WrittenStep, plain, report};
use crate::claims::formula::Formula;
use crate::formula;
use crate::units::Ratio;

/// A part of a whole.
#[formula]
const fn rest(#[domain(> 0, < 1)] part: Ratio) -> Ratio {
    1 - part
}

/// What stays when a part of the rest goes.
#[formula]
const fn rest_of_rest(part: Ratio) -> Ratio {
    rest(part) * rest(part)
}

/// The root of an area.
#[formula]
const fn root(area: Ratio) -> Ratio {
    sqrt(area)
}

fn local(statement: usize, name: &str) -> WrittenStep {
    Step::Local {
        statement,
        row: 0,
        name: name.into(),
    }
}

fn number(text: &str) -> WrittenStep {
    Step::Number {
        text: text.into(),
        unit: "".into(),
    }
}

fn operator(operator: Operator) -> WrittenStep {
    Step::Binary(operator)
}

impl Draft {
    /// A row of steps with their values.
    fn row<const N: usize>(&mut self, steps: [(WrittenStep, f64); N]) -> WrittenRow {
        let slots = steps.each_ref().map(|(_, value)| self.slot(plain(*value)));
        Row {
            slot: slots[0],
            steps: steps.map(|(step, _)| step).into(),
        }
    }

    fn equal(&mut self, row: WrittenRow, text: &str, value: f64) -> usize {
        let rule = self.compares(Comparison::Equal, text, "", plain(1.0), value);
        self.claim("area", Shape::One, [row].into(), [(0, rule)].into())
    }
}

/// `let side = 3; let double = 2 * side; area: (double / side) ^ 2 == 4`, and which claim it is.
fn cancelled() -> (Draft, usize) {
    let mut draft = Draft::new();
    let side = draft.number("3", "", plain(3.0));
    let side = draft.add("side", Shape::One, [side].into());
    let double = draft.row([
        (number("2"), 2.0),
        (local(side, "side"), 3.0),
        (operator(Operator::Multiply), 6.0),
    ]);
    let double = draft.add("double", Shape::One, [double].into());
    let row = draft.row([
        (local(double, "double"), 6.0),
        (local(side, "side"), 3.0),
        (operator(Operator::Divide), 2.0),
        (number("2"), 2.0),
        (operator(Operator::Power), 4.0),
    ]);
    let claim = draft.equal(row, "4", 4.0);
    (draft, claim)
}

#[test]
fn an_input_that_cancels_over_lets_makes_a_claim_true_by_construction() {
    let (mut draft, claim) = cancelled();
    let said = report(|| bites(&draft.finish(), claim)).unwrap();
    let expected = "claim `vol1::scratch::area` does not bite: no input moves it, so it is true \
                    by construction\n    inputs    side\n    it holds whatever side is";
    assert!(said.starts_with(expected), "{said}");
    assert!(said.ends_with("src/vol1/scratch.rs:7"), "{said}");
    draft.said(claim).loose = Some("the algebra is the point".into());
    bites(&draft.finish(), claim);
}

#[test]
fn an_input_that_does_not_cancel_can_make_it_fail() {
    let mut draft = Draft::new();
    let sides = ["side", "other"].map(|name| {
        let row = draft.number("3", "", plain(3.0));
        draft.add(name, Shape::One, [row].into())
    });
    let row = draft.row([
        (local(sides[0], "side"), 3.0),
        (local(sides[1], "other"), 3.0),
        (operator(Operator::Divide), 1.0),
    ]);
    let claim = draft.equal(row, "1", 1.0);
    bites(&draft.finish(), claim);
}

#[test]
fn what_is_always_above_its_bound_is_true_by_construction() {
    let mut draft = Draft::new();
    let row = draft.row([
        (Step::Outer("A".into()), 3.0),
        (Step::Outer("B".into()), 4.0),
        (operator(Operator::Add), 7.0),
    ]);
    let rule = draft.compares(Comparison::Ordered(Order::AtLeast), "", "", plain(0.0), 1.0);
    let claim = draft.claim("sum", Shape::One, [row].into(), [(0, rule)].into());
    let bound = draft.row([(Step::Outer("A".into()), 3.0)]);
    if let mlsysim_language::record::Rule::Compares { bound: stated, .. } =
        &mut draft.said(claim).rules[0].1
    {
        *stated = bound;
    }
    let said = report(|| bites(&draft.finish(), claim)).unwrap();
    assert!(said.contains("it holds whatever A and B are"), "{said}");
}

#[test]
fn a_small_input_beside_a_large_one_is_seen() {
    let mut draft = Draft::new();
    let row = draft.row([
        (Step::Outer("OVERHEAD".into()), 1e-6),
        (number("10"), 10.0),
        (operator(Operator::Add), 10.000_001),
    ]);
    let rule = draft.prints("10", "", plain(1.0), (9.5, 10.5));
    let claim = draft.claim("total", Shape::One, [row].into(), [(0, rule)].into());
    bites(&draft.finish(), claim);
}

#[test]
fn two_calls_of_plain_rust_are_two_inputs() {
    let mut draft = Draft::new();
    let call = || Step::Call {
        formula: None,
        text: "solve".into(),
        arguments: [None].into(),
    };
    let row = draft.row([
        (Step::Outer("A".into()), 3.0),
        (call(), 5.0),
        (Step::Outer("A".into()), 3.0),
        (call(), 5.0),
        (operator(Operator::Divide), 1.0),
    ]);
    let claim = draft.equal(row, "1", 1.0);
    bites(&draft.finish(), claim);
}

#[test]
fn a_formula_is_not_asked_outside_of_its_domain() {
    let formulas: &'static [&'static Formula] = &[rest::RECORD, rest_of_rest::RECORD];
    for (formula, value) in [(0, 0.4), (1, 0.16)] {
        let mut draft = Draft::new();
        let call = || Step::Call {
            formula: Some(formula),
            text: "rest".into(),
            arguments: [None].into(),
        };
        let row = draft.row([(Step::Outer("PART".into()), 0.6), (call(), value)]);
        let claim = draft.equal(row, "0.4", value);
        let mut napkin = draft.finish();
        napkin.formulas = formulas;
        bites(&napkin, claim);
        let row = draft.row([
            (Step::Outer("PART".into()), 0.6),
            (call(), value),
            (Step::Outer("PART".into()), 0.6),
            (call(), value),
            (operator(Operator::Divide), 1.0),
        ]);
        let claim = draft.equal(row, "1", 1.0);
        let mut napkin = draft.finish();
        napkin.formulas = formulas;
        let said = report(|| bites(&napkin, claim)).unwrap();
        assert!(said.contains("inputs    PART, rest"), "{said}");
    }
}

#[test]
fn a_claim_may_be_about_a_law() {
    let mut draft = Draft::new();
    let call = || Step::Call {
        formula: Some(0),
        text: "root".into(),
        arguments: [None].into(),
    };
    let row = draft.row([
        (Step::Outer("A".into()), 9.0),
        (call(), 3.0),
        (Step::Outer("A".into()), 9.0),
        (number("4"), 4.0),
        (operator(Operator::Divide), 2.25),
        (call(), 1.5),
        (operator(Operator::Divide), 2.0),
    ]);
    let claim = draft.equal(row, "2", 2.0);
    let mut napkin = draft.finish();
    napkin.formulas = &[root::RECORD];
    bites(&napkin, claim);
}
