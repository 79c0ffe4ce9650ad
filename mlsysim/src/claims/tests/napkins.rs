use std::boxed::Box;
use std::string::ToString;

use mlsysim_language::operation::{Builtin, Comparison, Operator, Order};
use mlsysim_language::record::{Row, Rule as WrittenRule, Shape, Step};

use super::super::napkin::{Napkin, Rule};
use super::super::verify::evaluate;
use super::{Draft, plain, report, times};
use crate::unit::h;
use crate::units::dynamic::of;

fn three_statements() -> Draft {
    let mut draft = Draft::new();
    let sizes = [4.0, 8.0].map(|value| draft.number("4", "GPUs", plain(value)));
    let sizes = draft.add("sizes", Shape::List, sizes.into());
    let total = draft.number("16", "", plain(16.0));
    let total = draft.add("total", Shape::One, [total].into());
    let rows = [0, 1].map(|row| draft.quotient((total, 0), (sizes, row)));
    let rules = [("4", 4.0), ("2", 2.0)]
        .map(|(text, value)| draft.prints(text, "", plain(1.0), (value - 0.5, value + 0.5)));
    let [first, second] = rules;
    let bound = draft.compares(Comparison::Ordered(Order::Less), "9", "", plain(1.0), 9.0);
    draft.claim(
        "parts",
        Shape::List,
        rows.into(),
        [(0, first), (1, second), (1, bound)].into(),
    );
    draft
}

#[test]
fn a_napkin_reads_as_it_was_written() {
    let napkin = three_statements().finish();
    let statements = napkin.statements();
    let names: std::vec::Vec<_> = statements.iter().map(|it| it.name).collect();
    assert_eq!(names, ["sizes", "total", "parts"]);
    assert_eq!(
        evaluate(&statements, &|_, stored| stored.value)[2],
        [4.0, 2.0]
    );
    let parts = &statements[2];
    assert_eq!((parts.shape, parts.line), (Shape::List, 7));
    assert_eq!(parts.path(&napkin), "vol1::scratch::parts");
    assert!(matches!(&*parts.rows[0].rules, [Rule::Prints { text: "4", low, .. }] if *low == 3.5));
    assert!(matches!(
        &*parts.rows[1].rules,
        [
            Rule::Prints { .. },
            Rule::Compares {
                comparison: Comparison::Ordered(Order::Less),
                text: "9",
                ..
            }
        ]
    ));
}

#[test]
fn a_text_cannot_forge_a_statement() {
    let mut draft = three_statements();
    let evil = "\u{1e}claim\u{1f}7:\u{1d}\u{1b}\u{1c}0:é\0";
    draft.said(2).loose = Some(evil.to_string());
    draft.said(2).sentence = evil.to_string();
    let right = draft.prints("9", "", plain(1.0), (8.5, 9.5));
    draft.publish(2, Shape::One, [(0, right)].into());
    draft.said(2).published[0].note = evil.to_string();
    let statements = draft.finish().statements();
    assert_eq!(statements.len(), 3);
    let claim = statements[2].claim.as_ref().unwrap();
    assert_eq!((claim.loose, claim.sentence), (Some(evil), evil));
    assert_eq!(claim.published[0].note, evil);
}

#[test]
fn a_record_that_points_nowhere_is_damaged() {
    let damage = |change: fn(&mut Draft)| {
        let mut draft = three_statements();
        change(&mut draft);
        let napkin = draft.finish();
        let error = napkin.read().unwrap_err().to_string();
        let said = report(|| napkin.statements()).unwrap();
        assert!(
            said.contains("`book::vol1::scratch` in src/vol1/scratch.rs"),
            "{said}"
        );
        assert!(said.contains(&error), "{said}");
        error
    };
    let ends = |error: std::string::String, expected: &str| {
        assert!(error.ends_with(expected), "{error}");
    };
    ends(
        damage(|draft| draft.values.truncate(5)),
        "a place among the values",
    );
    ends(
        damage(|draft| draft.statements[1].rows[0].slot = usize::MAX),
        "a place among the values",
    );
    ends(
        damage(|draft| {
            draft.said(2).rules.remove(0);
        }),
        "a rule for each row of a claim",
    );
    ends(
        damage(|draft| draft.statements[1].shape = Shape::Range),
        "as many rows as the shape has",
    );
    ends(
        damage(|draft| {
            let Step::Local { statement, .. } = &mut draft.statements[2].rows[0].steps[0] else {
                panic!("a name");
            };
            *statement = 2;
        }),
        "a row of a statement above",
    );
    ends(
        damage(|draft| {
            draft.statements[2].rows[0].steps.remove(0);
        }),
        "operands for each step",
    );
    ends(
        damage(|draft| {
            draft.statements[2].rows[0].steps.pop();
        }),
        "one value of a program",
    );
    ends(
        damage(|draft| {
            draft.said(2).rules[0].1 = WrittenRule::Is {
                stated: "Memory".into(),
                computed: 0,
            };
        }),
        "one of the napkin's names",
    );
    ends(
        damage(|draft| {
            let step = Step::Call {
                formula: Some(0),
                text: "f".into(),
                arguments: [None, None].into(),
            };
            draft.statements[2].rows[0].steps[2] = step;
        }),
        "a formula of the list",
    );
    ends(
        damage(|draft| draft.publish(2, Shape::One, [].into())),
        "a rule of what is published",
    );
}

#[test]
fn every_step_is_evaluated_as_what_it_is() {
    type Written = Step<std::string::String, usize>;
    let value = |steps: &[Written], values: &[f64]| {
        let mut draft = Draft::new();
        let slot = draft.values.len();
        for value in values {
            draft.slot(plain(*value));
        }
        let row = Row {
            slot,
            steps: steps.to_vec(),
        };
        draft.add("x", Shape::One, [row].into());
        evaluate(&draft.finish().statements(), &|_, stored| stored.value)[0][0]
    };
    let number = || Step::Outer("X".to_string());
    for (operator, result) in [
        (Operator::Add, 10.0),
        (Operator::Subtract, 6.0),
        (Operator::Multiply, 16.0),
        (Operator::Divide, 4.0),
        (Operator::Power, 64.0),
    ] {
        let steps = [number(), number(), Step::Binary(operator)];
        assert_eq!(value(&steps, &[8.0, 2.0, 0.0]), result);
    }
    for (builtin, result) in [
        (Builtin::Minimum, 2.0),
        (Builtin::Maximum, 9.0),
        (Builtin::Sum, 16.0),
        (Builtin::Mean, 16.0 / 3.0),
        (Builtin::Count, 3.0),
    ] {
        let steps = [number(), number(), number(), Step::Builtin(builtin, 3)];
        assert_eq!(value(&steps, &[9.0, 2.0, 5.0, 0.0]), result);
    }
    for (builtin, result) in [
        (Builtin::SquareRoot, 2.0),
        (Builtin::BinaryLogarithm, 2.0),
        (Builtin::Absolute, 4.0),
        (Builtin::Floor, 4.0),
    ] {
        let steps = [number(), Step::Builtin(builtin, 1)];
        assert_eq!(value(&steps, &[4.0, 0.0]), result);
    }
    for (order, result) in [
        (Order::Less, 20.0),
        (Order::AtMost, 10.0),
        (Order::More, 20.0),
        (Order::AtLeast, 10.0),
    ] {
        let steps = [number(), number(), number(), number(), Step::If(order)];
        let values = [0.1 + 0.2, 0.3, 10.0, 20.0, 0.0];
        assert_eq!(value(&steps, &values), result, "{order:?}");
    }
    assert_eq!(value(&[number(), Step::Negate], &[4.0, 0.0]), -4.0);
    let spread = [number(), number(), Step::Builtin(Builtin::Maximum, 2)];
    assert!(value(&spread, &[f64::NAN, 3.0, 0.0]).is_nan());
}

#[test]
fn an_unread_napkin_has_a_chapter() {
    let napkin = Napkin {
        known: "",
        record: Box::leak("9:short".to_string().into_boxed_str()),
        ..three_statements().finish()
    };
    assert_eq!(napkin.chapter(), "vol1::scratch");
    assert!(napkin.read().is_err());
    assert_eq!(times(2.0, of(h)).value, 7_200.0);
}
