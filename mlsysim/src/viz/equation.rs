//! A formula's equation, and its body as a displayed expression.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::expression::Shown;
use super::number::escape;
use mlsysim_language::operation::Order;

use crate::claims::formula::{Argument, Formula};
use crate::claims::trace::{Program, Step};

/// Formulas that call formulas that call formulas: no law of the book goes deeper.
const DEEPEST: usize = 4;

/// LaTeX for a formula: its symbol, and its body over the symbols of its arguments.
pub fn latex(formula: &Formula) -> String {
    let result = symbol(formula, f64::NAN);
    let body = body(formula, &symbols(formula));
    format!("{} = {}", result.latex(), body.latex())
}

/// LaTeX for a formula's result and for each of its arguments.
pub fn symbols_latex(formula: &Formula) -> (String, Vec<String>) {
    let arguments = symbols(formula);
    (
        symbol(formula, f64::NAN).latex(),
        arguments.iter().map(Shown::latex).collect(),
    )
}

/// The formula that a step calls, if it has an equation.
pub fn called(node: &Step) -> Option<&'static Formula> {
    match node {
        Step::Call { formula, .. } => formula.filter(|formula| !formula.program.is_empty()),
        _ => None,
    }
}

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
    let program = formula.body();
    let shown = program.fold(|node, stored, operands: &[Shown]| match node {
        Step::Number { text, unit } => Shown::Value {
            number: (*text).into(),
            unit: (*unit).into(),
            value: stored.value,
            exact: true,
        },
        Step::Local { statement, .. } => arguments
            .get(*statement)
            .cloned()
            .unwrap_or_else(|| Shown::word("?", f64::NAN)),
        Step::Outer(path) => Shown::word(path, f64::NAN),
        Step::Rust(text) => Shown::word(text, f64::NAN),
        Step::Call { .. } => match called(node) {
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
        Step::If(order) if depth > 0 => {
            let known = !operands[0].value().is_nan() && !operands[1].value().is_nan();
            match known {
                true if taken(*order, operands) => operands[2].clone(),
                true => operands[3].clone(),
                false => choice(*order, operands),
            }
        }
        other => operation(other, operands),
    });
    shown.unwrap_or_else(|| symbol(formula, f64::NAN))
}

fn taken(order: Order, operands: &[Shown]) -> bool {
    order.holds(operands[0].value(), operands[1].value())
}

/// An operator over its operands.
pub(super) fn operation(node: &Step, operands: &[Shown]) -> Shown {
    match node {
        Step::Negate => Shown::Negate(Box::new(operands[0].clone())),
        Step::Binary(operator) => {
            Shown::binary(*operator, operands[0].clone(), operands[1].clone())
        }
        Step::Builtin(builtin, _) => Shown::Builtin(*builtin, operands.to_vec()),
        Step::If(order) => choice(*order, operands),
        Step::Number { .. }
        | Step::Local { .. }
        | Step::Outer(_)
        | Step::Rust(_)
        | Step::Call { .. } => Shown::word("?", f64::NAN),
    }
}

fn choice(order: Order, operands: &[Shown]) -> Shown {
    match <[Shown; 4]>::try_from(operands.to_vec()) {
        Ok(operands) => Shown::If(order, Box::new(operands)),
        Err(_) => Shown::word("?", f64::NAN),
    }
}

/// A call of what is no formula: by name, with the arguments that are quantities.
pub(super) fn call(node: &Step, operands: &[Shown], value: f64) -> Shown {
    let Step::Call {
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

/// A program as an expression, with every name as it is written in the code.
pub fn as_written(program: &Program) -> String {
    let name = |text: &str, value: f64| Shown::Name {
        latex: String::new(),
        plain: text.into(),
        value,
    };
    let shown = program.fold(|node, stored, operands: &[Shown]| match node {
        Step::Number { text, unit } => Shown::Value {
            number: (*text).into(),
            unit: (*unit).into(),
            value: stored.value,
            exact: true,
        },
        Step::Local { name: local, .. } => name(local, stored.value),
        Step::Outer(text) | Step::Rust(text) => name(text, stored.value),
        Step::Call {
            text, arguments, ..
        } => {
            let mut operands = operands.iter();
            let given = arguments.iter().map(|argument| match argument {
                Some(text) => name(text, f64::NAN),
                None => operands
                    .next()
                    .cloned()
                    .unwrap_or_else(|| name("?", f64::NAN)),
            });
            Shown::Call {
                latex: String::new(),
                plain: (*text).into(),
                arguments: given.collect(),
                value: stored.value,
            }
        }
        other => operation(other, operands),
    });
    shown.map_or(String::new(), |shown| shown.plain())
}

fn is_called_once(program: &Program, formula: &Formula) -> bool {
    let calls = program
        .steps
        .iter()
        .filter(|(node, _)| called(node).is_some_and(|called| called.symbol == formula.symbol));
    calls.count() == 1
}
