//! What the tests share: texts read to trees, and trees as text with every parenthesis.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::expression::{Expression, Relation};
use crate::lex::lex;
use crate::nouns::Nouns;
use crate::number::Number;
use crate::parse::Parser;
use crate::steps::{Rows, Scope, What, lower};
use crate::token::Result;
use crate::units::own::{NONE, OwnUnit, OwnUnits};

/// Reads all of a text; an error comes as its words and the text that it underlines.
pub(crate) fn read_with<T>(
    text: &str,
    read: impl FnOnce(&mut Parser) -> Result<T>,
) -> core::result::Result<T, (String, String)> {
    read_own(text, &NONE, read)
}

fn read_own<T>(
    text: &str,
    own: &OwnUnits,
    read: impl FnOnce(&mut Parser) -> Result<T>,
) -> core::result::Result<T, (String, String)> {
    let lexed = lex(text).expect("a text of tokens");
    let mut parser = Parser::with(&lexed.tokens, own);
    let result = read(&mut parser).and_then(|item| parser.finish().map(|()| item));
    result.map_err(|error| {
        let (first, last) = (error.extent.first as usize, error.extent.last as usize);
        let under = &text[lexed.ranges[first].start..lexed.ranges[last].end];
        (error.message, under.to_string())
    })
}

pub(crate) fn expression(text: &str) -> Expression {
    match read_with(text, |parser| parser.expression()) {
        Ok(expression) => expression,
        Err(error) => panic!("{text}: {error:?}"),
    }
}

/// What is wrong with an expression, and the text under it.
pub(crate) fn error(text: &str) -> (String, String) {
    match read_with(text, |parser| parser.expression()) {
        Ok(expression) => panic!("{text} is read as {}", tree(&expression)),
        Err(error) => error,
    }
}

pub(crate) fn relation(text: &str) -> Relation {
    match read_with(text, |parser| parser.relation()) {
        Ok(relation) => relation,
        Err(error) => panic!("{text}: {error:?}"),
    }
}

pub(crate) fn number(text: &str) -> Number {
    match expression(text) {
        Expression::Number(number) => number,
        other => panic!("{text} is read as {}", tree(&other)),
    }
}

/// `(a + (b * c))`
pub(crate) fn tree(expression: &Expression) -> String {
    let all = |items: &[Expression]| items.iter().map(tree).collect::<Vec<_>>().join(", ");
    match expression {
        Expression::Number(number) => number.full_text(),
        Expression::List { items, .. } => format!("[{}]", all(items)),
        Expression::Range { low, high } => format!("({}..{})", tree(low), tree(high)),
        Expression::Place(place) => place.indexed(),
        Expression::Negate { operand, .. } => format!("(-{})", tree(operand)),
        Expression::Binary {
            operator,
            left,
            right,
        } => format!("({} {} {})", tree(left), operator.sign(), tree(right)),
        Expression::Builtin {
            builtin, arguments, ..
        } => format!("{}({})", builtin.name(), all(arguments)),
        Expression::Printed { claim, .. } => format!("printed({})", claim.indexed()),
        Expression::Call(call) => format!(
            "{}({}){}",
            call.callee.text,
            all(&call.arguments),
            call.fields_text
        ),
        Expression::Rust(rust) => format!("{:?} {}", rust.kind, rust.text),
        Expression::If {
            condition,
            then,
            otherwise,
            ..
        } => format!(
            "if {} {} {} {{{}}} else {{{}}}",
            tree(&condition.0),
            condition.1.sign(),
            tree(&condition.2),
            tree(then),
            tree(otherwise)
        ),
        Expression::Block { lets, result } => {
            let lets = lets
                .iter()
                .map(|(name, value)| format!("let {} = {}; ", name.text, tree(value)));
            lets.collect::<String>() + &tree(result)
        }
    }
}

/// A text as the programs of its rows.
pub(crate) fn rows(text: &str, scope: &Scope) -> core::result::Result<Rows, (String, String)> {
    read_with(text, |parser| lower(&parser.expression()?, scope))
}

/// The units of a clinic's book.
fn clinic() -> OwnUnits {
    let mut units = OwnUnits::default();
    for (name, singular) in [
        ("visits", "visit"),
        ("children", "child"),
        ("night_shifts", "night_shift"),
    ] {
        units.push(OwnUnit::noun(name, singular));
    }
    let hour = number("24 h");
    units.push(OwnUnit {
        factor: hour.base_value(),
        dimension: hour.unit.dimension,
        nouns: Nouns::default(),
        ..OwnUnit::noun("bed_days", "bed_day")
    });
    units.push(OwnUnit {
        factor: 12.0,
        nouns: OwnUnit::noun("visits", "visit").nouns,
        ..OwnUnit::noun("rounds", "round")
    });
    // A letter away from a unit of the table.
    units.push(OwnUnit::noun("GPX", "GPX"));
    units
}

/// A text with units of a clinic's book, as the programs of its rows.
pub(crate) fn rows_of_a_clinic(text: &str) -> core::result::Result<Rows, (String, String)> {
    read_own(text, &clinic(), |parser| {
        lower(&parser.expression()?, &Scope::default())
    })
}

/// A row's steps, one word each: `8 GPUs|3 USD/h|*`.
pub(crate) fn program(rows: &Rows, row: usize) -> String {
    let words = rows.rows[row].steps.iter().map(|step| match &step.what {
        What::Number(number) => number.full_text(),
        What::Outer(place) => place.indexed(),
        What::Local { name, row, .. } => format!("{name}[{row}]"),
        What::Rust(text) => text.clone(),
        What::Negate => "neg".to_string(),
        What::Binary(operator) => operator.sign().to_string(),
        What::Builtin(builtin, arity) => format!("{}/{arity}", builtin.name()),
        What::Call(call) => format!("{}/{}", call.callee.text, step.arity()),
        What::If(order) => format!("if {}", order.sign()),
    });
    words.collect::<Vec<_>>().join("|")
}
