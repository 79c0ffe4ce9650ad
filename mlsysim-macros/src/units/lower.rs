//! The rules of `units!`, and every message about breaking them.

use mlsysim_language::dimension::{BASE_QUANTITIES, exponent};
use mlsysim_language::number::Name;
use mlsysim_language::operation::{Builtin, Operator};
use mlsysim_language::parse::Parser;
use mlsysim_language::record::Shape;
use mlsysim_language::steps::{Row, Scope, What, lower as rows_of};
use mlsysim_language::token::{Error, Extent, Result};
use mlsysim_language::units;
use mlsysim_language::units::own::{OwnUnit, OwnUnits};

use super::parse::{Definition, definitions};
use crate::emitter::Known;
use crate::tokens::Source;

/// Words that end a number or begin something else.
const WORDS: [&str; 7] = ["digit", "digits", "doc", "is", "printed", "to", "within"];

/// A unit of eight names, each to the third power, must stay a dimension.
const GREATEST_POWER: i8 = 5;

pub(super) fn lower(source: &Source) -> syn::Result<OwnUnits> {
    let (definitions, errors) = definitions(&mut Parser::new(&source.tokens));
    let mut errors: Vec<syn::Error> = errors.iter().map(|error| source.error(error)).collect();
    let mut units = OwnUnits::default();
    for (index, definition) in definitions.iter().enumerate() {
        let names = names(definition, &units).map_err(|error| source.error(&error));
        match names.and_then(|()| unit(definition, source, &units, &definitions[index..])) {
            Ok(unit) => units.push(unit),
            Err(error) => errors.push(error),
        }
    }
    let all = errors.into_iter().reduce(|mut all, error| {
        all.combine(error);
        all
    });
    all.map_or(Ok(units), Err)
}

fn names(definition: &Definition, units: &OwnUnits) -> Result<()> {
    if definition.singular.is_none() && definition.size.is_none() {
        let name = &definition.name;
        let (text, singular) = (&name.text, name.text.trim_end_matches('s'));
        return Err(name.extent.error(format!(
            "`{text}` needs a singular, `{text} ({singular});`, or a size, `{text} ({singular}) = 24 h;`"
        )));
    }
    name(&definition.name, units)?;
    definition
        .singular
        .as_ref()
        .map_or(Ok(()), |it| name(it, units))
}

fn name(name: &Name, units: &OwnUnits) -> Result<()> {
    let text = &name.text;
    let instead = "choose another name";
    let message = if units::find(text).is_some() {
        format!("`{text}` is in the table of units already: {instead}")
    } else if Builtin::from_name(text).is_some() {
        format!("`{text}` is a function of the language: {instead}")
    } else if WORDS.contains(&text.as_str()) {
        format!("`{text}` is a word of the language: {instead}")
    } else if units.find(text).is_some() {
        format!("`{text}` is defined twice")
    } else if !text.is_ascii() || !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        format!(
            "`{text}` is no name of a unit: it begins with a letter, and has ASCII letters, digits and `_`"
        )
    } else {
        return Ok(());
    };
    Err(name.extent.error(message))
}

/// The units above may stand in its size; `later` are itself and those below.
fn unit(
    definition: &Definition,
    source: &Source,
    units: &OwnUnits,
    later: &[Definition],
) -> syn::Result<OwnUnit> {
    let name = &definition.name.text;
    let singular = definition.singular.as_ref().map_or(name, |it| &it.text);
    let noun = OwnUnit {
        documentation: definition.documentation.join(" "),
        ..OwnUnit::noun(name, singular)
    };
    let Some(extent) = definition.size else {
        return Ok(noun);
    };
    let later = |token: &u32| {
        let text = &source.tokens[*token as usize].text;
        later.iter().any(|it| it.is_called(text))
    };
    if let Some(token) = (extent.first..=extent.last).find(later) {
        let message = "this unit is not defined yet: a size is made of units above it";
        return Err(source.error(&Extent::at(token).error(message)));
    }
    let size = Source::with(source.rust(extent), units.clone());
    let (row, known) = quantity(&size).map_err(|error| size.error(&error))?;
    Ok(OwnUnit {
        factor: known.value,
        dimension: known.dimension,
        nouns: row.kind.nouns,
        size: Parser::new(&source.tokens).text(extent),
        ..noun
    })
}

/// The size of a unit: what it counts, and its value.
fn quantity(source: &Source) -> Result<(Row, Known)> {
    let mut parser = source.parser();
    let expression = parser.expression()?;
    parser.finish()?;
    let extent = expression.extent();
    // As in a formula, a name that nothing binds is left to the steps.
    let mut lowered = rows_of(&expression, &Scope::formula())?;
    let row = match (lowered.shape, lowered.rows.pop()) {
        (Shape::One, Some(row)) => row,
        _ => return Err(extent.error("a unit has one size")),
    };
    let known = value(&row)?;
    let powers = (0..BASE_QUANTITIES).map(|index| exponent(known.dimension, index));
    let message = if known.dimension == 0 && row.kind.nouns.is_empty() {
        "a bare number is no unit: the size counts something or has a dimension, as `24 h` and `12 visits` do"
    } else if known.value <= 0.0 {
        "a unit is more than nothing: its size is a positive number"
    } else if powers.map(i8::unsigned_abs).max() > Some(GREATEST_POWER.unsigned_abs()) {
        "a unit has powers up to 5"
    } else {
        return Ok((row, known));
    };
    Err(extent.error(message))
}

/// The value of a program of numbers.
fn value(row: &Row) -> Result<Known> {
    let mut stack: Vec<Known> = Vec::new();
    for step in &row.steps {
        let start = stack.len().saturating_sub(step.arity());
        let operands = stack.split_off(start);
        stack.push(match (&step.what, &*operands) {
            (What::Number(number), _) => Known {
                value: number.base_value(),
                dimension: number.unit.dimension,
            },
            (What::Negate, [operand]) => operand.negated(),
            (What::Binary(operator), [left, right]) => {
                binary(*left, *operator, *right, step.extent)?
            }
            _ => return Err(made_of_numbers(step.extent)),
        });
    }
    stack.pop().ok_or_else(|| made_of_numbers(row.extent))
}

fn binary(left: Known, operator: Operator, right: Known, extent: Extent) -> Result<Known> {
    let is_alike = left.dimension == right.dimension;
    match (left.binary(operator, right), operator) {
        (Some(known), _) => Ok(known),
        (None, Operator::Power) => Err(made_of_numbers(extent)),
        (None, Operator::Add | Operator::Subtract) if !is_alike => {
            Err(extent.error("what is added here has different dimensions"))
        }
        (None, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide) => {
            Err(extent.error("the size is no finite number: it divides by zero, or is too large"))
        }
    }
}

fn made_of_numbers(extent: Extent) -> Error {
    extent.error("the size of a unit is made of numbers and units alone, with `+ - * /`: `24 h`, `12 visits`, `1 bed * 24 h`")
}
