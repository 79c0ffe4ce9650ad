//! Every number of the book by its name: what CSV has a row for.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::chapter::{Chapter, Working};
use super::quantity::Quantity;
use crate::claims::napkin::{Rule, Shape, Statement};

/// A number with its name.
pub(in super::super) struct Value<'a> {
    /// Such as `vol2.fault_tolerance.failure_interval`; of a list the row's number follows.
    pub(in super::super) id: String,
    pub(in super::super) working: &'a Working,
    pub(in super::super) statement: &'a Statement,
    /// `~=`, `<` and the like; nothing of a `let`.
    pub(in super::super) relation: &'static str,
    /// What is stated; of a `let`, its value.
    pub(in super::super) stated: Quantity,
    /// The least and the greatest value that print so, in base units.
    pub(in super::super) interval: Option<(f64, f64)>,
    /// What was computed, in base units.
    pub(in super::super) computed: f64,
}

/// The name of a statement, as pages write it.
pub(super) fn id(chapter: &Chapter, statement: &Statement) -> String {
    format!("{}.{}", chapter.path.join("."), statement.name)
}

/// All numbers of the chapters, in their order; names of enums are none.
pub(in super::super) fn values(chapters: &[Chapter]) -> Vec<Value<'_>> {
    let mut all = Vec::new();
    for chapter in chapters {
        for working in &chapter.napkins {
            for statement in &working.statements {
                of_statement(chapter, working, statement, &mut all);
            }
        }
    }
    all
}

fn of_statement<'a>(
    chapter: &Chapter,
    working: &'a Working,
    statement: &'a Statement,
    all: &mut Vec<Value<'a>>,
) {
    let id = id(chapter, statement);
    for (index, row) in statement.rows.iter().enumerate() {
        let id = match statement.shape {
            Shape::One => id.clone(),
            Shape::List | Shape::Range => format!("{id}_{}", index + 1),
        };
        let value = |relation, stated, interval| Value {
            id: id.to_string(),
            working,
            statement,
            relation,
            stated,
            interval,
            computed: row.program.value().value,
        };
        if row.rules.is_empty() {
            let own = Quantity::of_program(&row.program, statement.noun);
            all.push(value("", own, None));
        }
        for rule in &row.rules {
            if let Some(stated) = Quantity::stated(rule, row) {
                all.push(value(relation(rule), stated, interval(rule)));
            }
        }
    }
}

/// The sign of a rule.
pub(super) fn relation(rule: &Rule) -> &'static str {
    match rule {
        Rule::Prints { .. } => "~=",
        Rule::Compares { comparison, .. } => comparison.sign(),
        Rule::Is { .. } => "is",
    }
}

/// The values that print as stated, in base units.
pub(super) fn interval(rule: &Rule) -> Option<(f64, f64)> {
    match rule {
        Rule::Prints {
            low, high, unit, ..
        } => Some((low * unit.value, high * unit.value)),
        Rule::Compares { .. } | Rule::Is { .. } => None,
    }
}
