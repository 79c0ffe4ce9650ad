//! A claim evaluated anew with one of its inputs changed.

use alloc::vec::Vec;

use super::inputs::{Input, Place, input};
use super::napkin::{Row, Statement};
use super::trace::{Program, Step, apply};
use super::transparent::{call, is_transparent};
use crate::units::dynamic::bare;

/// An input, and by what it is multiplied; a law is raised to that power.
pub(super) struct Change<'a> {
    pub(super) input: &'a Input,
    pub(super) amount: f64,
}

impl Change<'_> {
    fn apply(&self, value: f64) -> f64 {
        match self.input {
            Input::Law(_) => value.signum() * bare::power(value.abs(), self.amount),
            Input::Numbers { .. } | Input::Place(_) | Input::Call(_) | Input::Literal(_) => {
                value * self.amount
            }
        }
    }

    fn is_input(&self, step: &Step, place: Place) -> bool {
        input(step, place).is_some_and(|input| input == *self.input)
    }

    /// Whether it changes what a step gives.
    fn is_at(&self, step: &Step, place: Place) -> bool {
        match self.input {
            Input::Literal(literal) => *literal == place,
            // A row, and no step of it.
            Input::Numbers { .. } => false,
            Input::Place(name) => match step {
                Step::Outer(path) | Step::Rust(path) => path == name,
                Step::Call { .. } => self.is_input(step, place),
                _ => false,
            },
            Input::Law(_) | Input::Call(_) => self.is_input(step, place),
        }
    }
}

/// What became of a claim.
pub(super) struct Anew {
    /// Whether it holds; none where a value of it is no number, or outside of a formula's domain.
    pub(super) holds: Option<bool>,
    /// Whether the change changed anything: an input that is zero stays so.
    pub(super) is_changed: bool,
    /// Whether every effect of it was computed: plain Rust keeps the value that it had.
    pub(super) is_followed: bool,
}

/// A value now, and as the compiler computed it.
type Pair = (f64, f64);

/// Evaluates a claim, and what stands above it, with one input changed.
pub(super) fn anew(statements: &[Statement], claim: usize, change: &Change) -> Anew {
    let mut run = Run {
        change,
        results: Vec::with_capacity(claim),
        is_changed: false,
        is_followed: true,
    };
    let reached = reached(statements, claim);
    for (index, statement) in statements[..claim].iter().enumerate() {
        if !reached[index] {
            // Its place only, which nobody reads.
            run.results.push(Vec::new());
            continue;
        }
        let rows = statement.rows.iter().enumerate().map(|(row, it)| {
            let (now, stored) = run.evaluate(&it.program, (index, row));
            let numbers = Input::Numbers {
                statement: index,
                row,
            };
            match *change.input == numbers {
                true => (run.changed(now), stored),
                false => (now, stored),
            }
        });
        let rows = rows.collect();
        run.results.push(rows);
    }
    let statement = &statements[claim];
    let programs = statement.programs().enumerate();
    let values: Vec<f64> = programs
        .map(|(number, program)| run.evaluate(program, (claim, number)).0)
        .collect();
    let is_finite = values.iter().all(|value| value.is_finite());
    Anew {
        holds: is_finite.then(|| holds(statement, &values)).flatten(),
        is_changed: run.is_changed,
        is_followed: run.is_followed,
    }
}

/// The statements that a claim follows from.
fn reached(statements: &[Statement], claim: usize) -> Vec<bool> {
    let mut reached = alloc::vec![false; claim + 1];
    reached[claim] = true;
    // A statement names only those above it.
    for index in (0..=claim).rev().filter(|index| *index < statements.len()) {
        if !reached[index] {
            continue;
        }
        let steps = statements[index].programs().flat_map(|it| &it.steps);
        for (step, _) in steps {
            if let Step::Local { statement, .. } = step {
                reached[*statement] = true;
            }
        }
    }
    reached
}

/// Whether every rule is satisfied by the values of the rows and of the bounds after them.
fn holds(statement: &Statement, values: &[f64]) -> Option<bool> {
    let (own, bounds) = values.split_at(statement.rows.len());
    let mut bounds = bounds.iter().copied();
    let mut holds = true;
    for (Row { rules, .. }, value) in statement.rows.iter().zip(own) {
        for rule in rules {
            let bound = match rule.bound() {
                Some(_) => bounds.next()?,
                None => f64::NAN,
            };
            holds &= rule.is_satisfied(*value, bound);
        }
    }
    Some(holds)
}

struct Run<'a> {
    change: &'a Change<'a>,
    /// The rows of the statements so far.
    results: Vec<Vec<Pair>>,
    is_changed: bool,
    is_followed: bool,
}

impl Run<'_> {
    fn changed(&mut self, value: f64) -> f64 {
        let changed = self.change.apply(value);
        self.is_changed |= changed != value;
        changed
    }

    fn evaluate(&mut self, program: &Program, (statement, number): (usize, usize)) -> Pair {
        let mut position = 0;
        let value = program.fold(|step, stored, operands: &[Pair]| {
            let place = Place {
                statement,
                program: number,
                step: position,
            };
            position += 1;
            let now: Vec<f64> = operands.iter().map(|(now, _)| *now).collect();
            let value = match step {
                Step::Local { statement, row, .. } => {
                    let rows = self.results.get(*statement);
                    let value = rows.and_then(|rows| rows.get(*row));
                    value.map_or(f64::NAN, |(now, _)| *now)
                }
                Step::Call {
                    formula: Some(formula),
                    ..
                } if is_transparent(formula) => call(formula, &now),
                Step::Call { .. } => {
                    self.is_followed &= operands.iter().all(|(now, stored)| now == stored);
                    apply(step, stored, &now)
                }
                _ => apply(step, stored, &now),
            };
            let value = match self.change.is_at(step, place) {
                true => self.changed(value),
                false => value,
            };
            (value, stored.value)
        });
        value.unwrap_or((f64::NAN, f64::NAN))
    }
}
