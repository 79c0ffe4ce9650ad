//! The body of a formula, read from its record.

use alloc::string::String;
use alloc::vec::Vec;

use mlsysim_language::record::{self, Malformed};

use super::formula::{Argument, Formula};
use super::trace::{Program, Step, checked};
use crate::units::dynamic::Dynamic;

impl Formula {
    /// The body as a program; the arguments are its [`Step::Local`]s. Its numbers have their values
    /// in base units; the rest is unknown. Without steps for a body in plain Rust.
    ///
    /// # Panics
    /// If the record is damaged, which no macro of this version leaves behind.
    pub fn body(&self) -> Program {
        let path = || self.path();
        program(
            path,
            self.program,
            self.numbers,
            self.formulas,
            self.arguments,
        )
    }
}

/// The program of a body that a macro of this version wrote; `path` is whose it is.
pub(super) fn program(
    path: impl FnOnce() -> String,
    program: &'static str,
    numbers: &[f64],
    formulas: &'static [&'static Formula],
    arguments: &[Argument],
) -> Program {
    match read(program, numbers, formulas, arguments) {
        Ok(program) => program,
        Err(error) => panic!(
            "the formula `{}`: {error}; build it and `mlsysim` in the same version",
            path()
        ),
    }
}

/// With the values of its numbers; without steps for plain Rust.
fn read(
    program: &'static str,
    numbers: &[f64],
    formulas: &'static [&'static Formula],
    arguments: &[Argument],
) -> Result<Program, Malformed> {
    if program.is_empty() {
        return Ok(Program::default());
    }
    let mut numbers = numbers.iter();
    let mut steps = Vec::new();
    for step in record::read_program(program, &formulas)? {
        let value = match &step {
            Step::Number { .. } => match numbers.next() {
                Some(value) => *value,
                None => {
                    return Err(Malformed {
                        expected: "a value for each number",
                    });
                }
            },
            Step::Local { statement, .. } if *statement >= arguments.len() => {
                return Err(Malformed {
                    expected: "one of the arguments",
                });
            }
            _ => Dynamic::UNKNOWN.value,
        };
        steps.push((
            step,
            Dynamic {
                value,
                ..Dynamic::UNKNOWN
            },
        ));
    }
    if numbers.next().is_some() {
        return Err(Malformed {
            expected: "a number for each value",
        });
    }
    checked(Program { steps })
}
