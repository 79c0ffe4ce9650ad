//! A claim evaluated anew with one of its inputs changed.

use alloc::vec::Vec;

use super::inputs::{Input, Place, name};
use super::napkin::{Row, Statement};
use super::trace::{Program, Step, apply};
use super::transparent::Bodies;
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

    /// Whether it changes what a step gives.
    fn is_at(&self, step: &Step, place: Place, bodies: &Bodies) -> bool {
        match (self.input, step) {
            (Input::Literal(own), _) => *own == place,
            (Input::Call(own), Step::Call { .. }) => *own == place,
            (
                Input::Law(own),
                Step::Call {
                    formula: Some(formula),
                    ..
                },
            ) => {
                own.ends_with(formula.name)
                    && *own == formula.path()
                    && bodies.is_transparent(formula)
            }
            (Input::Place(own), Step::Outer(path) | Step::Rust(path)) => own == path,
            (Input::Place(own), Step::Call { formula, .. }) => {
                let is_law = formula.is_some_and(|formula| bodies.is_transparent(formula));
                step.arity() == 0 && !is_law && *own == name(step)
            }
            (Input::Numbers { .. } | Input::Place(_) | Input::Law(_) | Input::Call(_), _) => false,
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

/// Evaluates a claim, and what it rests on, with one input changed.
pub(super) fn anew(statements: &[Statement], claim: usize, change: &Change) -> Anew {
    Again::of(statements, claim).with(change)
}

/// A claim to be evaluated again and again.
pub(super) struct Again<'a> {
    statements: &'a [Statement],
    claim: usize,
    /// Which statements above it it rests on.
    needed: Vec<bool>,
    bodies: Bodies,
}

impl<'a> Again<'a> {
    pub(super) fn of(statements: &'a [Statement], claim: usize) -> Again<'a> {
        let mut needed = alloc::vec![false; claim + 1];
        needed[claim] = true;
        // A statement names only those above it.
        for index in (0..=claim).rev() {
            if !needed[index] {
                continue;
            }
            let steps = statements[index].programs().flat_map(|it| &it.steps);
            for (step, _) in steps {
                if let Step::Local { statement, .. } = step {
                    needed[*statement] = true;
                }
            }
        }
        Again {
            statements,
            claim,
            needed,
            bodies: Bodies::default(),
        }
    }

    /// Evaluates it with one input changed.
    pub(super) fn with(&self, change: &Change) -> Anew {
        let claim = self.claim;
        let mut run = Run {
            change,
            bodies: &self.bodies,
            results: Vec::with_capacity(claim),
            is_changed: false,
            is_followed: true,
        };
        for (index, statement) in self.statements[..claim].iter().enumerate() {
            if !self.needed[index] {
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
        let statement = &self.statements[claim];
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
    bodies: &'a Bodies,
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
            let now = || -> Vec<f64> { operands.iter().map(|(now, _)| *now).collect() };
            let value = match step {
                Step::Local { statement, row, .. } => {
                    let rows = self.results.get(*statement);
                    let value = rows.and_then(|rows| rows.get(*row));
                    value.map_or(f64::NAN, |(now, _)| *now)
                }
                Step::Call {
                    formula: Some(formula),
                    ..
                } if self.bodies.is_transparent(formula) => self.bodies.call(formula, &now()),
                Step::Call { .. } => {
                    self.is_followed &= operands.iter().all(|(now, stored)| now == stored);
                    stored.value
                }
                Step::Number { .. } | Step::Outer(_) | Step::Rust(_) => stored.value,
                Step::Negate | Step::Binary(_) | Step::Builtin(..) | Step::If(_) => {
                    apply(step, stored, &now())
                }
            };
            let value = match self.change.is_at(step, place, self.bodies) {
                true => self.changed(value),
                false => value,
            };
            (value, stored.value)
        });
        value.unwrap_or((f64::NAN, f64::NAN))
    }
}
