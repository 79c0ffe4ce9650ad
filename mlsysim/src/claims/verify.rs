//! The two tests of each claim: it holds, and it bites.

use alloc::vec::Vec;

use super::guard;
use super::message::Claim;
use super::napkin::{Napkin, Row, Rule, Statement};
use super::trace::Node;
use crate::units::dynamic::Dynamic;

/// Evaluates every statement of a napkin again, in base units, from its leaves.
///
/// `leaf` gives the value of a number or a constant; pass the stored value
/// through to reproduce what the compiler computed.
pub fn evaluate(statements: &[Statement], leaf: &dyn Fn(&Node, Dynamic) -> f64) -> Vec<Vec<f64>> {
    let mut results: Vec<Vec<f64>> = Vec::new();
    for statement in statements {
        let rows = statement.rows.iter().map(|row| {
            row.program
                .evaluate(&|node, stored| at(node, stored, &results, leaf))
        });
        let rows = rows.collect();
        results.push(rows);
    }
    results
}

fn at(
    node: &Node,
    stored: Dynamic,
    results: &[Vec<f64>],
    leaf: &dyn Fn(&Node, Dynamic) -> f64,
) -> f64 {
    match node {
        Node::Local { statement, row, .. } => results
            .get(*statement)
            .and_then(|rows| rows.get(*row))
            .copied()
            .unwrap_or(f64::NAN),
        other => leaf(other, stored),
    }
}

/// Whether a value, evaluated anew, satisfies the rules of its row.
pub fn satisfies(rule: &Rule, value: f64, bound: f64) -> bool {
    match rule {
        Rule::Prints {
            low, high, unit, ..
        } => guard::within(value / unit.value, *low, *high),
        Rule::Compares { relation, .. } => guard::ordered(value, relation, bound),
        Rule::Is { stated, computed } => stated == computed,
    }
}

/// The claim holds: evaluated again from its trace, it gives the value that the
/// compiler computed, and that value is as stated.
///
/// # Panics
/// If it does not, with the report that the compiler would print.
pub fn holds(napkin: &Napkin, index: usize) {
    let statements = napkin.statements();
    let evaluated = evaluate(&statements, &|_, stored| stored.value);
    let again =
        |node: &Node, stored: Dynamic| at(node, stored, &evaluated, &|_, stored| stored.value);
    each_rule(napkin, &statements, index, |claim, row, rule| {
        let compiled = row.program.value();
        let value = Dynamic {
            value: row.program.evaluate(&again),
            ..compiled
        };
        if let Rule::Is { stated, computed } = rule {
            guard::is_holds(claim, computed, stated);
            return;
        }
        assert!(
            guard::nearly_equal(value.value, compiled.value),
            "claim `{}`: the compiler computed {:e} and the trace gives {:e}",
            statements[index].path(napkin),
            compiled.value,
            value.value
        );
        match rule {
            Rule::Prints {
                low, high, unit, ..
            } => guard::prints_holds(claim, value, *unit, *low, *high),
            Rule::Compares {
                relation,
                bound,
                factor,
                ..
            } => {
                let bound = Dynamic {
                    value: bound.evaluate(&again),
                    ..bound.value()
                };
                guard::compares_holds(claim, value, bound, *factor, relation);
            }
            Rule::Is { .. } => {}
        }
    });
}

/// The claim bites: it rejects its own value doubled and halved, or moved past its bound.
///
/// # Panics
/// If it would pass all the same, unless it says why with `#[loose = "why"]`.
pub fn bites(napkin: &Napkin, index: usize) {
    let statements = napkin.statements();
    let claim = statements.get(index).and_then(|it| it.claim.as_ref());
    let loose = claim.is_some_and(|claim| claim.loose.is_some());
    each_rule(napkin, &statements, index, |claim, row, rule| {
        let value = row.program.value();
        match rule {
            Rule::Prints {
                low, high, unit, ..
            } => guard::prints_bites(claim, value, *unit, *low, *high, loose),
            Rule::Compares {
                relation,
                bound,
                factor,
                ..
            } => guard::compares_bites(claim, value, bound.value(), *factor, relation, loose),
            Rule::Is { computed, .. } => assert!(
                !satisfies(rule, 0.0, 0.0) || !computed.is_empty(),
                "claim `{}` would accept any name",
                statements[index].path(napkin)
            ),
        }
    });
}

fn each_rule(
    napkin: &Napkin,
    statements: &[Statement],
    index: usize,
    check: impl Fn(&Claim, &Row, &Rule),
) {
    let Some(statement) = statements.get(index) else {
        panic!("the napkin has no statement {index}")
    };
    for (row_index, row) in statement.rows.iter().enumerate() {
        for (position, rule) in row.rules.iter().enumerate() {
            let claim = Claim {
                napkin,
                statement: index,
                rule: position * statement.rows.len() + row_index,
            };
            check(&claim, row, rule);
        }
    }
}
