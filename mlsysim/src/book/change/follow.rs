//! A change followed through the programs of the napkins.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::operation::nearly_equal;

use super::super::chapter::{Chapter, Working};
use super::constants::Constants;
use super::{Change, Value};
use crate::claims::formula::Formula;
use crate::claims::inputs::name;
use crate::claims::napkin::{Rule, Statement};
use crate::claims::trace::{Program, Step, apply};
use crate::claims::transparent::{call, is_transparent};

/// What became of a `let` or a claim.
#[derive(Debug)]
pub(in super::super) enum Outcome {
    /// It is another value; a claim still holds.
    Moves,
    /// The claim does not hold any more.
    Breaks,
    /// It depends on the change in a way that is not followed: on what.
    Lost(String),
}

/// A `let` or a claim that depends on the change.
pub(in super::super) struct Followed<'a> {
    /// Of which chapter, block and statement it is.
    pub(in super::super) key: (usize, usize, usize),
    pub(in super::super) working: &'a Working,
    pub(in super::super) statement: &'a Statement,
    pub(in super::super) outcome: Outcome,
    /// The rows' values after the change.
    pub(in super::super) now: Vec<f64>,
}

/// Every `let` and claim that depends on the change, in the order of the book.
pub(in super::super) fn follow<'a>(
    chapters: &'a [Chapter],
    change: &Change,
    constants: &Constants,
) -> Vec<Followed<'a>> {
    let mut all = Vec::new();
    for (chapter, it) in chapters.iter().enumerate() {
        for (block, working) in it.napkins.iter().enumerate() {
            let mut run = Run {
                change,
                constants,
                results: Vec::new(),
            };
            for (index, statement) in working.statements.iter().enumerate() {
                let rows = statement.rows.iter().enumerate().map(|(row, it)| {
                    let moved = run.evaluate(&it.program);
                    match change.rows.get(&(chapter, block, index, row)) {
                        Some(now) => Moved {
                            now: now.clone(),
                            ..moved
                        },
                        None => moved,
                    }
                });
                let rows: Vec<Moved> = rows.collect();
                if let Some(outcome) = run.outcome(statement, &rows) {
                    let now = rows
                        .iter()
                        .map(|row| row.known().unwrap_or(f64::NAN))
                        .collect();
                    all.push(Followed {
                        key: (chapter, block, index),
                        working,
                        statement,
                        outcome,
                        now,
                    });
                }
                run.results.push(rows);
            }
        }
    }
    all
}

/// A value as the compiler computed it, and now.
#[derive(Clone, Debug)]
struct Moved {
    before: f64,
    now: Value,
}

impl Moved {
    fn known(&self) -> Option<f64> {
        match self.now {
            Value::Known(now) => Some(now),
            Value::Lost(_) => None,
        }
    }

    fn is_moved(&self) -> bool {
        self.known()
            .is_none_or(|now| now != self.before && !nearly_equal(now, self.before))
    }
}

struct Run<'a> {
    change: &'a Change,
    constants: &'a Constants<'a>,
    results: Vec<Vec<Moved>>,
}

impl Run<'_> {
    /// None where nothing of it moves.
    fn outcome(&self, statement: &Statement, rows: &[Moved]) -> Option<Outcome> {
        let mut all: Vec<Moved> = rows.to_vec();
        let mut holds = true;
        for (row, moved) in statement.rows.iter().zip(rows) {
            for rule in &row.rules {
                let bound = rule.bound().map(|bound| self.evaluate(bound));
                let value = moved.known().unwrap_or(f64::NAN);
                let limit = bound.as_ref().and_then(Moved::known).unwrap_or(f64::NAN);
                // What is no number any more satisfies nothing; a name follows from no number.
                holds &= match rule {
                    Rule::Is { .. } => true,
                    Rule::Prints { .. } | Rule::Compares { .. } => {
                        value.is_finite() && rule.is_satisfied(value, limit)
                    }
                };
                all.extend(bound);
            }
        }
        if !all.iter().any(Moved::is_moved) {
            return None;
        }
        if let Some(reason) = all.iter().find_map(|it| it.now.reason()) {
            return Some(Outcome::Lost(reason));
        }
        Some(match holds {
            true => Outcome::Moves,
            false => Outcome::Breaks,
        })
    }

    fn evaluate(&self, program: &Program) -> Moved {
        let value = program.fold(|step, stored, operands: &[Moved]| {
            let before = stored.value;
            let reason = operands.iter().find_map(|operand| operand.now.reason());
            let now = match reason {
                Some(reason) => Value::Lost(reason),
                None => self.step(step, before, operands, |now| apply(step, stored, now)),
            };
            Moved { before, now }
        });
        value.unwrap_or(Moved {
            before: f64::NAN,
            now: Value::Known(f64::NAN),
        })
    }

    /// A step over operands that are known.
    fn step(
        &self,
        step: &Step,
        stored: f64,
        operands: &[Moved],
        apply: impl Fn(&[f64]) -> f64,
    ) -> Value {
        let is_moved = operands
            .iter()
            .any(|operand| operand.now != Value::Known(operand.before));
        let before: Vec<f64> = operands.iter().map(|operand| operand.before).collect();
        let now: Vec<f64> = operands.iter().filter_map(Moved::known).collect();
        let lost = || Value::Lost(format!("`{}`", name(step)));
        match step {
            Step::Number { .. } => Value::Known(stored),
            Step::Local { statement, row, .. } => {
                let rows = self.results.get(*statement);
                let moved = rows.and_then(|rows| rows.get(*row));
                moved.map_or(Value::Known(f64::NAN), |moved| moved.now.clone())
            }
            Step::Outer(path) => {
                let now = self.constants.of(path, stored, &[]);
                now.unwrap_or(Value::Known(stored))
            }
            Step::Rust(code) => match self.constants.mentions(code) {
                true => lost(),
                false => Value::Known(stored),
            },
            Step::Call {
                formula: Some(formula),
                ..
            } => match self.reads(formula) {
                Some(reason) => Value::Lost(reason),
                None if !is_moved => Value::Known(stored),
                None if is_transparent(formula) => Value::Known(call(formula, &now)),
                None => lost(),
            },
            Step::Call { .. } if is_moved => {
                let now = self.constants.method(&name(step), stored, &before, &now);
                now.map_or_else(lost, Value::Known)
            }
            Step::Call { .. } => {
                let now = self.constants.of(&name(step), stored, &now);
                now.unwrap_or(Value::Known(stored))
            }
            Step::Negate | Step::Binary(_) | Step::Builtin(..) | Step::If(_) => match is_moved {
                true => Value::Known(apply(&now)),
                false => Value::Known(stored),
            },
        }
    }

    fn reads(&self, formula: &Formula) -> Option<String> {
        reads(formula, self.change, self.constants)
    }
}

/// Why a formula itself is not what it was: it, or one that it calls, is changed or reads a
/// constant that is.
pub(in super::super) fn reads(
    formula: &Formula,
    change: &Change,
    constants: &Constants,
) -> Option<String> {
    if change.formulas.contains(&formula.path()) {
        return Some(format!("`{}()`", formula.name));
    }
    let body = formula.body();
    body.steps.iter().find_map(|(step, _)| match step {
        Step::Call {
            formula: Some(inner),
            ..
        } => reads(inner, change, constants),
        Step::Outer(_) | Step::Rust(_) | Step::Call { .. } => {
            let written = name(step);
            let is_changed = constants.of(&written, f64::NAN, &[]).is_some();
            is_changed.then(|| format!("`{}()`, which reads `{written}`", formula.name))
        }
        Step::Number { .. }
        | Step::Local { .. }
        | Step::Negate
        | Step::Binary(_)
        | Step::Builtin(..)
        | Step::If(_) => None,
    })
}
