//! Rows joined by an operation.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::row::{Row, Rows, Step, What};
use crate::kind::Kind;
use crate::number::{Number, UnitText};
use crate::operation::{Builtin, Operator};
use crate::record::Shape;
use crate::token::{Extent, Result};

/// A formula's `let`s stand for their expressions, so that a few lines could double without end.
const MAXIMUM_STEPS: usize = 10_000;

/// One operation row by row; a scalar goes with every row of a list.
pub(super) fn combine(lowered: Vec<Rows>, what: &What, extent: Extent) -> Result<Rows> {
    let (mut shape, mut count) = (Shape::One, 1);
    for other in &lowered {
        if other.shape == Shape::One {
            continue;
        }
        if shape != Shape::One && shape != other.shape {
            return Err(extent.error(
                "a list and a range do not go together: write the range as a list of its ends",
            ));
        }
        if shape != Shape::One && count != other.rows.len() {
            return Err(extent.error(format!(
                "the lists have different lengths: {count} and {}",
                other.rows.len()
            )));
        }
        (shape, count) = (other.shape, other.rows.len());
    }
    let longest = |rows: &Rows| rows.rows.iter().map(|row| row.steps.len()).max();
    let steps: usize = lowered.iter().filter_map(longest).sum();
    if steps > MAXIMUM_STEPS {
        return Err(extent.error("the expression has too many steps"));
    }
    let rows = (0..count).map(|index| {
        let operands = lowered
            .iter()
            .map(|rows| rows.rows[index.min(rows.rows.len() - 1)].clone());
        join(operands.collect(), what, extent)
    });
    Ok(Rows {
        shape,
        rows: rows.collect::<Result<_>>()?,
    })
}

/// The operands' steps, then the operation.
fn join(operands: Vec<Row>, what: &What, extent: Extent) -> Result<Row> {
    let exponent = operands.get(1).and_then(literal_exponent);
    let (mut steps, mut kinds) = (Vec::new(), Vec::new());
    for operand in operands {
        kinds.push(operand.kind.moved(steps.len()));
        match steps.is_empty() {
            // The first is the longest where many values are added up.
            true => steps = operand.steps,
            false => steps.extend(operand.steps),
        }
    }
    let kind = kind_of(what, kinds, exponent, steps.len()).map_err(|it| extent.error(it))?;
    steps.push(Step {
        what: what.clone(),
        extent,
    });
    Ok(Row {
        steps,
        kind,
        extent,
    })
}

fn literal_exponent(row: &Row) -> Option<i32> {
    match &*row.steps {
        [
            Step {
                what: What::Number(number),
                ..
            },
        ] if number.exponent == 0 && number.unit.text.is_empty() => {
            let digits = i32::try_from(number.digits).ok().filter(|it| *it <= 15)?;
            Some(if number.negative { -digits } else { digits })
        }
        _ => None,
    }
}

fn kind_of(
    what: &What,
    kinds: Vec<Kind>,
    exponent: Option<i32>,
    step: usize,
) -> core::result::Result<Kind, String> {
    let mut kinds = kinds.into_iter();
    let mut next = || kinds.next().unwrap_or_default();
    Ok(match what {
        What::Negate => next(),
        What::Binary(operator) => next().binary(*operator, next(), exponent)?,
        What::Builtin(builtin, _) => match builtin {
            Builtin::Absolute | Builtin::Round | Builtin::Floor | Builtin::Ceiling => next(),
            Builtin::Minimum => next().beside(next(), "a minimum")?,
            Builtin::Maximum => next().beside(next(), "a maximum")?,
            Builtin::SquareRoot => next().root(),
            Builtin::Exponential
            | Builtin::NaturalLogarithm
            | Builtin::BinaryLogarithm
            | Builtin::DecimalLogarithm
            | Builtin::Sum
            | Builtin::Mean
            | Builtin::Count => Kind::lost(),
        },
        What::If(_) => {
            let condition = next().beside(next(), "a comparison");
            condition?;
            next().beside(next(), "two branches")?
        }
        What::Number(_) | What::Local { .. } => Kind::lost(),
        What::Outer(_) | What::Rust(_) | What::Call(_) => Kind::unknown(step),
    })
}

/// All values of a list as one.
pub(super) fn reduce(builtin: Builtin, rows: Vec<Row>, extent: Extent) -> Result<Rows> {
    let count = rows.len();
    let pair = match builtin {
        Builtin::Count => return Ok(count_of(count, extent)),
        Builtin::Sum | Builtin::Mean => What::Binary(Operator::Add),
        other => What::Builtin(other, 2),
    };
    let mut rows = rows.into_iter();
    let Some(mut all) = rows.next() else {
        return Err(extent.error("a list needs at least one item"));
    };
    for row in rows {
        all = join([all, row].into(), &pair, extent)?;
    }
    if builtin == Builtin::Mean {
        let divisor = count_of(count, extent).rows.remove(0);
        all = join(
            [all, divisor].into(),
            &What::Binary(Operator::Divide),
            extent,
        )?;
    }
    Ok(Rows {
        shape: Shape::One,
        rows: [all].into(),
    })
}

fn count_of(count: usize, extent: Extent) -> Rows {
    let number = Number {
        negative: false,
        digits: count as u128,
        exponent: 0,
        text: count.to_string(),
        unit: UnitText::default(),
        extent,
    };
    let kind = Kind::of_number(&number);
    Rows::one(What::Number(number), kind, extent)
}
