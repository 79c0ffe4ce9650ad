//! The two tests of each claim: it holds, and it bites.

use alloc::format;
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
        Rule::Compares { relation: "==", .. } => guard::nearly_equal(value, bound),
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
    let Some(statement) = statements.get(index) else {
        panic!("the napkin has no statement {index}")
    };
    let evaluated = evaluate(&statements, &|_, stored| stored.value);
    let same =
        |node: &Node, stored: Dynamic| at(node, stored, &evaluated, &|_, stored| stored.value);
    for (row, again) in statement.rows.iter().zip(&evaluated[index]) {
        let compiled = row.program.value();
        let is_enum = row.rules.iter().any(|rule| matches!(rule, Rule::Is { .. }));
        assert!(
            is_enum || guard::nearly_equal(*again, compiled.value),
            "claim `{}`: the compiler computed {:e} and the trace gives {again:e}",
            statement.path(napkin),
            compiled.value
        );
        let value = Dynamic {
            value: *again,
            dimension: compiled.dimension,
        };
        for rule in &row.rules {
            let shown = shown(statement, rule);
            let claim = Claim {
                module: napkin.module,
                shown: &shown,
                values: napkin.values,
            };
            match rule {
                Rule::Prints {
                    low, high, unit, ..
                } => guard::prints_holds(&claim, value, *unit, *low, *high),
                Rule::Compares {
                    relation, bound, ..
                } => {
                    let bound = Dynamic {
                        value: bound.evaluate(&same),
                        dimension: bound.value().dimension,
                    };
                    if *relation == "==" {
                        guard::equals_holds(&claim, value, bound, 0.0);
                    } else {
                        guard::bounded_holds(&claim, value, bound, 0.0, relation);
                    }
                }
                Rule::Is { stated, computed } => guard::is_holds(&claim, computed, stated),
            }
        }
    }
}

/// The claim bites: it rejects its own value doubled and halved, or moved past its bound.
///
/// # Panics
/// If it would pass all the same, unless it says why with `#[loose = "why"]`.
pub fn bites(napkin: &Napkin, index: usize) {
    let statements = napkin.statements();
    let Some(statement) = statements.get(index) else {
        panic!("the napkin has no statement {index}")
    };
    let loose = statement
        .claim
        .as_ref()
        .is_some_and(|claim| claim.loose.is_some());
    for row in &statement.rows {
        for rule in &row.rules {
            rule_bites(napkin, statement, row, rule, loose);
        }
    }
}

fn rule_bites(napkin: &Napkin, statement: &Statement, row: &Row, rule: &Rule, loose: bool) {
    let shown = shown(statement, rule);
    let claim = Claim {
        module: napkin.module,
        shown: &shown,
        values: napkin.values,
    };
    let value = row.program.value();
    match rule {
        Rule::Prints {
            low, high, unit, ..
        } => guard::prints_bites(&claim, value, *unit, *low, *high, loose),
        Rule::Compares { relation: "==", .. } => guard::equals_bites(&claim, value, loose),
        Rule::Compares {
            relation, bound, ..
        } => guard::bounded_bites(&claim, value, bound.value(), 0.0, relation, loose),
        Rule::Is { stated, .. } => assert!(
            !stated.is_empty(),
            "claim `{}` states no name",
            statement.path(napkin)
        ),
    }
}

fn shown(statement: &Statement, rule: &Rule) -> alloc::string::String {
    match rule {
        Rule::Prints {
            text, unit_text, ..
        } => {
            let number = crate::viz::number::with_unit(text, unit_text);
            format!("{}\u{1b}{number}\u{1b}{unit_text}", statement.name)
        }
        Rule::Compares { text, .. } => format!("{}\u{1b}{text}\u{1b}", statement.name),
        Rule::Is { .. } => format!("{}\u{1b}\u{1b}", statement.name),
    }
}
