//! A formula's body as a displayed expression.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::expression::Shown;
use super::number::{self, escape};
use crate::claims::formula::{Argument, Formula};
use crate::claims::trace::{Node, Program};
use crate::units::SYMBOLS;
use crate::units::dynamic::Dynamic;

/// Formulas that call formulas that call formulas: no law of the book goes deeper.
const DEEPEST: usize = 4;

/// The formula's symbol.
pub(super) fn symbol(formula: &Formula, value: f64) -> Shown {
    word_or(formula.symbol, formula.name, value)
}

/// A symbol that is only the name of the code in words reads as names do.
fn word_or(symbol: &str, name: &str, value: f64) -> Shown {
    let word = [r"\text{", &name.replace('_', " "), "}"].concat();
    if symbol == word {
        return Shown::word(name, value);
    }
    Shown::Name {
        latex: symbol.into(),
        plain: super::name::readable(name),
        value,
    }
}

/// The symbols of its arguments.
pub(super) fn symbols(formula: &Formula) -> Vec<Shown> {
    let symbol = |argument: &Argument| word_or(argument.symbol, argument.name, f64::NAN);
    formula.arguments.iter().map(symbol).collect()
}

/// The body over given arguments, calls of other formulas by their symbols.
pub(super) fn body(formula: &Formula, arguments: &[Shown]) -> Shown {
    expand(formula, arguments, 0)
}

/// The body over given arguments, calls of other formulas written out,
/// and of an `if` the branch that is taken.
pub(super) fn body_in_full(formula: &Formula, arguments: &[Shown]) -> Shown {
    expand(formula, arguments, DEEPEST)
}

fn expand(formula: &Formula, arguments: &[Shown], depth: usize) -> Shown {
    let program = program(formula);
    let shown = program.fold(|node, _, operands: &[Shown]| match node {
        Node::Number { text, unit } => literal(text, unit),
        Node::Local { statement, .. } => arguments
            .get(*statement)
            .cloned()
            .unwrap_or_else(|| Shown::word("?", f64::NAN)),
        Node::Outer(path) => Shown::word(path, f64::NAN),
        Node::Rust(text) => Shown::word(text, f64::NAN),
        Node::Call { .. } => match super::derivation::called_formula(node) {
            Some(called) if depth > 0 => expand(called, operands, depth - 1),
            Some(called) if is_called_once(&program, called) => symbol(called, f64::NAN),
            Some(called) => Shown::Call {
                latex: symbol(called, f64::NAN).latex(),
                plain: called.name.into(),
                arguments: operands.to_vec(),
                value: f64::NAN,
            },
            None => call(node, operands, f64::NAN),
        },
        Node::If(relation) if depth > 0 => {
            let known = !operands[0].value().is_nan() && !operands[1].value().is_nan();
            let all = choice(relation, operands);
            match known {
                true if taken(relation, operands) => operands[2].clone(),
                true => operands[3].clone(),
                false => all,
            }
        }
        other => operation(other, operands),
    });
    shown.unwrap_or_else(|| symbol(formula, f64::NAN))
}

fn taken(relation: &str, operands: &[Shown]) -> bool {
    crate::claims::guard::ordered(operands[0].value(), relation, operands[1].value())
}

/// An operator over its operands.
pub(super) fn operation(node: &Node, operands: &[Shown]) -> Shown {
    match node {
        Node::Negate => Shown::Negate(Box::new(operands[0].clone())),
        Node::Binary(operator) => {
            Shown::binary(*operator, operands[0].clone(), operands[1].clone())
        }
        Node::Builtin(name) => Shown::Builtin(name, operands.to_vec()),
        Node::If(relation) => choice(relation, operands),
        _ => Shown::word("?", f64::NAN),
    }
}

fn choice(relation: &'static str, operands: &[Shown]) -> Shown {
    match <[Shown; 4]>::try_from(operands.to_vec()) {
        Ok(operands) => Shown::If(relation, Box::new(operands)),
        Err(_) => Shown::word("?", f64::NAN),
    }
}

/// A call of what is no formula: by name, with the arguments that are quantities.
pub(super) fn call(node: &Node, operands: &[Shown], value: f64) -> Shown {
    let Node::Call {
        text, arguments, ..
    } = node
    else {
        return operation(node, operands);
    };
    let mut name = super::name::readable(text);
    for argument in arguments.iter().flatten() {
        name.push(' ');
        name.push_str(&super::name::readable(argument));
    }
    if operands.is_empty() {
        return Shown::Name {
            latex: escape(&name),
            plain: name,
            value,
        };
    }
    let latex = if name.chars().all(char::is_alphanumeric) {
        [r"\operatorname{", &name, "}"].concat()
    } else {
        escape(&name)
    };
    Shown::Call {
        latex,
        plain: name,
        arguments: operands.to_vec(),
        value,
    }
}

fn is_called_once(program: &Program, formula: &Formula) -> bool {
    let calls = program.steps.iter().filter(|(node, _)| {
        super::derivation::called_formula(node)
            .is_some_and(|called| called.symbol == formula.symbol)
    });
    calls.count() == 1
}

/// Formulas keep no values, only their text.
fn program(formula: &Formula) -> Program {
    let unknown = Dynamic {
        value: f64::NAN,
        dimension: 0,
    };
    let steps = formula
        .program
        .split('\u{1c}')
        .map(|token| (Node::decode(token, formula.formulas), unknown));
    Program {
        steps: steps.collect(),
    }
}

fn literal(text: &str, unit: &str) -> Shown {
    let factor = match unit {
        "" => Some(1.0),
        "%" => Some(0.01),
        unit => SYMBOLS
            .iter()
            .find(|(symbol, ..)| *symbol == unit)
            .map(|(_, factor, _)| *factor),
    };
    let value = number::parse(text).zip(factor);
    Shown::Value {
        number: text.into(),
        unit: unit.into(),
        value: value.map_or(f64::NAN, |(number, factor)| number * factor),
        exact: true,
    }
}
