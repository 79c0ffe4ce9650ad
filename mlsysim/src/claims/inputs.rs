//! What goes into a claim: names, constants, laws and the numbers that it types itself.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use mlsysim_language::number::join;

use super::napkin::{Shape, Statement};
use super::trace::{Program, Step};
use super::transparent::is_transparent;

/// Something with a name whose value a claim depends on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Input {
    /// A row of a statement over numbers alone.
    Numbers { statement: usize, row: usize },
    /// A constant, or a call without numbers, as it is written.
    Place(String),
    /// Every call of a formula.
    Law(String),
    /// One call of plain Rust, whose value stays what it is when its arguments move.
    Call(Place),
    /// A number that the claim types itself.
    Literal(Place),
}

/// A step: which program of which statement, and where in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(super) statement: usize,
    pub(super) program: usize,
    pub(super) step: usize,
}

/// What a claim depends on, each with its name, in the order in which it is written.
pub(super) fn inputs(statements: &[Statement], claim: usize) -> Vec<(Input, String)> {
    let mut inputs = Inputs {
        statements,
        found: Vec::new(),
        seen: Vec::new(),
    };
    for (number, program) in statements[claim].programs().enumerate() {
        inputs.collect(program, claim, number);
    }
    inputs.found
}

/// The numbers that the rows of a claim type themselves.
pub(super) fn literals(statements: &[Statement], claim: usize) -> Vec<(Input, String)> {
    let rows = statements[claim].rows.iter().enumerate();
    let steps = rows.flat_map(|(program, row)| {
        let steps = row.program.steps.iter().enumerate();
        steps.map(move |(step, (what, _))| (program, step, what))
    });
    let mut found = Vec::new();
    for (program, step, what) in steps {
        if let Step::Number { text, unit } = what {
            let place = Place {
                statement: claim,
                program,
                step,
            };
            found.push((Input::Literal(place), join(text, unit)));
        }
    }
    found
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
            let name = match named.shape {
                Shape::One => named.name.to_string(),
                Shape::List | Shape::Range => format!("{}[{row}]", named.name),
            };
            self.add(Input::Numbers { statement, row }, name);
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

/// A constant, a formula or a call as it is written; nothing for other steps.
pub(crate) fn name(step: &Step) -> String {
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
