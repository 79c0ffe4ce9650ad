//! Steps as the record has them.

use alloc::format;
use alloc::string::String;

use super::row::{Argument, Called, Step, What};
use crate::record;

impl Step {
    /// The step as the record has it; of a call, which formula of the napkin's list it calls.
    pub fn recorded(&self, formula: Option<usize>) -> record::Step<String, usize> {
        match &self.what {
            What::Number(number) => record::Step::Number {
                text: number.text.clone(),
                unit: number.unit.text.clone(),
            },
            What::Local {
                name,
                statement,
                row,
                ..
            } => record::Step::Local {
                statement: *statement,
                row: *row,
                name: name.clone(),
            },
            What::Outer(place) => record::Step::Outer(place.indexed()),
            What::Rust(text) => record::Step::Rust(text.clone()),
            What::Negate => record::Step::Negate,
            What::Binary(operator) => record::Step::Binary(*operator),
            What::Builtin(builtin, arity) => record::Step::Builtin(*builtin, *arity),
            What::If(order) => record::Step::If(*order),
            What::Call(call) => recorded_call(call, formula),
        }
    }
}

fn recorded_call(call: &Called, formula: Option<usize>) -> record::Step<String, usize> {
    let arguments = call.arguments.iter().map(|argument| match argument {
        Argument::Value(_) => None,
        Argument::Rust(_, text) => Some(text.clone()),
    });
    record::Step::Call {
        formula,
        text: format!("{}{}", call.callee.text, call.fields_text),
        arguments: arguments.collect(),
    }
}
