//! Whether what goes into a claim can make it fail.
//!
//! A claim over names says that their values give its figure. If none of them, at any size, makes
//! it fail, then it is true by construction, as `(y / side)^2 == 4` after `let y = 2 * side`. Each
//! input is scaled by itself, and the claim is evaluated again. A claim may also be about a law:
//! what `young_daly_interval(s, m) / young_daly_interval(s, m / 2)` is follows from the formula
//! alone, and would be another figure if that were another. So formulas are inputs too.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use mlsysim_language::operation::Order;

use super::formula::Formula;
use super::napkin::{Row, Rule, Statement};
use super::trace::{Program, Step, apply};
use crate::units::dynamic::bare;

/// How an input is scaled. The last two find what is small beside the rest of its claim.
const SCALES: [f64; 6] = [2.0, 0.5, 1e3, 1e-3, 1e9, 1e-9];

/// How the results of a formula are changed: by a power, because a factor cancels in the ratio of
/// two of them, which is what a law says.
const POWERS: [f64; 2] = [2.0, 0.5];

/// What a claim does when its inputs move.
#[derive(Debug, PartialEq)]
pub(super) enum Movement {
    /// At some size of an input it fails.
    Fails,
    /// At no size of any input it fails; these are the inputs.
    Holds(Vec<String>),
    /// It has no input with a name, or none whose effect can be computed here.
    Unknown,
}

/// Something with a name whose value a claim depends on.
#[derive(Clone, Debug, PartialEq)]
enum Input {
    /// A row of a statement over numbers alone.
    Numbers { statement: usize, row: usize },
    /// A constant, or a call without numbers, as it is written.
    Place(String),
    /// Every call of a formula.
    Law(String),
    /// One call of plain Rust, whose value stays what it is when its arguments move.
    Call(Place),
}

/// A step: which program of which statement, and where in it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    statement: usize,
    program: usize,
    step: usize,
}

struct Change<'a> {
    input: &'a Input,
    /// A factor; of a law, a power.
    amount: f64,
}

impl Change<'_> {
    fn apply(&self, value: f64) -> f64 {
        match self.input {
            Input::Law(_) => value.signum() * bare::power(value.abs(), self.amount),
            Input::Numbers { .. } | Input::Place(_) | Input::Call(_) => value * self.amount,
        }
    }
}

impl Input {
    fn amounts(&self) -> &'static [f64] {
        match self {
            Input::Law(_) => &POWERS,
            Input::Numbers { .. } | Input::Place(_) | Input::Call(_) => &SCALES,
        }
    }
}

/// Scales each input of a claim and looks whether a rule fails.
pub(super) fn movement(statements: &[Statement], claim: usize) -> Movement {
    let rules = statements[claim].rows.iter().flat_map(|row| &row.rules);
    // The name of an enum is not computed from numbers here.
    if rules.clone().any(|rule| matches!(rule, Rule::Is { .. })) {
        return Movement::Unknown;
    }
    let mut inputs = Inputs {
        statements,
        found: Vec::new(),
        seen: Vec::new(),
    };
    for (number, program) in statements[claim].programs().enumerate() {
        inputs.collect(program, claim, number);
    }
    let mut is_known = !inputs.found.is_empty();
    for (input, _) in &inputs.found {
        let mut is_moved = false;
        for &amount in input.amounts() {
            match holds_with(statements, claim, &Change { input, amount }) {
                Some(true) => is_moved = true,
                Some(false) => return Movement::Fails,
                None => {}
            }
        }
        is_known &= is_moved;
    }
    match is_known {
        true => Movement::Holds(inputs.found.into_iter().map(|(_, name)| name).collect()),
        false => Movement::Unknown,
    }
}

struct Inputs<'a> {
    statements: &'a [Statement],
    found: Vec<(Input, String)>,
    seen: Vec<(usize, usize)>,
}

impl Inputs<'_> {
    fn collect(&mut self, program: &Program, statement: usize, number: usize) {
        for (step, (what, _)) in program.steps.iter().enumerate() {
            let place = Place {
                statement,
                program: number,
                step,
            };
            if let Step::Local { statement, row, .. } = what {
                self.local(*statement, *row);
            } else if let Some(input) = input(what, place) {
                self.add(input, name(what));
            }
        }
    }

    fn local(&mut self, statement: usize, row: usize) {
        if self.seen.contains(&(statement, row)) {
            return;
        }
        self.seen.push((statement, row));
        let named = &self.statements[statement];
        let program = &named.rows[row].program;
        if is_numbers(program) {
            self.add(Input::Numbers { statement, row }, named.name.to_string());
        } else {
            self.collect(program, statement, row);
        }
    }

    fn add(&mut self, input: Input, name: String) {
        if self.found.iter().all(|(found, _)| *found != input) {
            self.found.push((input, name));
        }
    }
}

fn is_numbers(program: &Program) -> bool {
    program.steps.iter().all(|(step, _)| match step {
        Step::Number { .. }
        | Step::Negate
        | Step::Binary(_)
        | Step::Builtin(..)
        | Step::If(_)
        | Step::Call {
            formula: Some(_), ..
        } => true,
        Step::Local { .. } | Step::Outer(_) | Step::Rust(_) | Step::Call { formula: None, .. } => {
            false
        }
    })
}

fn input(step: &Step, place: Place) -> Option<Input> {
    match step {
        Step::Outer(_) | Step::Rust(_) => Some(Input::Place(name(step))),
        Step::Call {
            formula: Some(formula),
            ..
        } if is_transparent(formula) => Some(Input::Law(formula.path())),
        Step::Call { .. } if step.arity() == 0 => Some(Input::Place(name(step))),
        Step::Call { .. } => Some(Input::Call(place)),
        Step::Number { .. }
        | Step::Local { .. }
        | Step::Negate
        | Step::Binary(_)
        | Step::Builtin(..)
        | Step::If(_) => None,
    }
}

fn name(step: &Step) -> String {
    match step {
        Step::Outer(path) | Step::Rust(path) => (*path).to_string(),
        Step::Call {
            formula: Some(formula),
            ..
        } => formula.name.to_string(),
        Step::Call {
            text, arguments, ..
        } => {
            let arguments: Vec<&str> = arguments.iter().map(|it| it.unwrap_or("…")).collect();
            [text, "(", &arguments.join(", "), ")"].concat()
        }
        Step::Number { .. }
        | Step::Local { .. }
        | Step::Negate
        | Step::Binary(_)
        | Step::Builtin(..)
        | Step::If(_) => String::new(),
    }
}

/// Whether the claim holds with one input changed; none where that cannot be computed, or changes
/// nothing because the input is zero.
fn holds_with(statements: &[Statement], claim: usize, change: &Change) -> Option<bool> {
    let mut results: Vec<Vec<f64>> = Vec::with_capacity(claim);
    let mut is_changed = false;
    for (index, statement) in statements[..claim].iter().enumerate() {
        let rows = statement.rows.iter().enumerate().map(|(row, it)| {
            let mut value = evaluate(&it.program, (index, row), &results, change, &mut is_changed);
            let numbers = Input::Numbers {
                statement: index,
                row,
            };
            if *change.input == numbers {
                let before = value;
                value = change.apply(value);
                is_changed |= value != before;
            }
            value
        });
        let rows = rows.collect();
        results.push(rows);
    }
    let statement = &statements[claim];
    let values = statement.programs().enumerate().map(|(number, program)| {
        evaluate(program, (claim, number), &results, change, &mut is_changed)
    });
    let values: Vec<f64> = values.collect();
    if !is_changed || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
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

fn evaluate(
    program: &Program,
    (statement, number): (usize, usize),
    results: &[Vec<f64>],
    change: &Change,
    is_changed: &mut bool,
) -> f64 {
    let mut position = 0;
    let value = program.fold(|step, stored, operands: &[f64]| {
        let place = Place {
            statement,
            program: number,
            step: position,
        };
        position += 1;
        let is_input = input(step, place).is_some_and(|input| input == *change.input);
        let value = match step {
            Step::Local { statement, row, .. } => {
                let rows = results.get(*statement);
                rows.and_then(|rows| rows.get(*row))
                    .copied()
                    .unwrap_or(f64::NAN)
            }
            Step::Call {
                formula: Some(formula),
                ..
            } if is_transparent(formula) => call(formula, operands),
            _ => apply(step, stored, operands),
        };
        if !is_input {
            return value;
        }
        let changed = change.apply(value);
        *is_changed |= changed != value;
        changed
    });
    value.unwrap_or(f64::NAN)
}

/// Whether all of a formula is written in the language: no plain Rust that stops at what it
/// refuses.
fn is_transparent(formula: &Formula) -> bool {
    let steps = formula.body().steps;
    !steps.is_empty()
        && steps.iter().all(|(step, _)| match step {
            Step::Call {
                formula: Some(inner),
                ..
            } => is_transparent(inner),
            Step::Call { formula: None, .. } => step.arity() == 0,
            _ => true,
        })
}

/// What a formula gives; no number outside of its domain, where it would stop the run.
fn call(formula: &Formula, operands: &[f64]) -> f64 {
    match is_in_domain(formula, operands) {
        true => formula.value_for(operands),
        false => f64::NAN,
    }
}

fn is_in_domain(formula: &Formula, operands: &[f64]) -> bool {
    let arguments = formula.arguments.iter().zip(operands);
    let mut is_inside = arguments
        .into_iter()
        .all(|(argument, value)| value.is_finite() && domain_holds(argument.domain, *value));
    // The formulas that it calls have domains of their own.
    formula
        .body()
        .fold(|step, stored, values: &[f64]| match step {
            Step::Local { statement, .. } => operands.get(*statement).copied().unwrap_or(f64::NAN),
            Step::Call {
                formula: Some(inner),
                ..
            } => {
                is_inside = is_inside && is_in_domain(inner, values);
                match is_inside {
                    true => call(inner, values),
                    false => f64::NAN,
                }
            }
            _ => apply(step, stored, values),
        });
    is_inside
}

/// Whether a value is inside of `> 0, <= 1`.
fn domain_holds(domain: &str, value: f64) -> bool {
    let mut bounds = domain.split(", ").filter(|bound| !bound.is_empty());
    bounds.all(|bound| {
        let (sign, number) = bound.split_once(' ').unwrap_or((bound, ""));
        match (Order::from_sign(sign), number.parse::<f64>()) {
            (Some(order), Ok(number)) => order.holds(value, number),
            _ => false,
        }
    })
}
