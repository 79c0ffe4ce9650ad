//! What a claim states: numbers, their precision and their text.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::expression::{Expression, Precision};
use crate::number::{Interval, MOST_DIGITS, Number};
use crate::operation::{Operator, Order};
use crate::record::Shape;
use crate::steps::{Rows, Scope};
use crate::token::{Extent, Result};

/// What a claim has computed when it says what it states.
#[derive(Clone, Copy, Debug)]
pub struct Computed {
    /// How its values read.
    pub shape: Shape,
    /// How many there are.
    pub rows: usize,
}

impl Computed {
    /// Of rows.
    pub fn of(rows: &Rows) -> Computed {
        Computed {
            shape: rows.shape,
            rows: rows.rows.len(),
        }
    }
}

/// The stated numbers, one for each row.
///
/// # Errors
/// If it is no number, or there are more or fewer than values: as many rows of that shape.
pub fn figures(stated: &Expression, computed: Computed, scope: &Scope) -> Result<Vec<Number>> {
    let (shape, items): (Shape, Vec<&Expression>) = match stated {
        Expression::List { items, .. } => (Shape::List, items.iter().collect()),
        Expression::Range { low, high } => (Shape::Range, vec![low, high]),
        single => (Shape::One, vec![single]),
    };
    for item in &items {
        hyphen(item)?;
    }
    let is_scalar = computed.shape == Shape::One;
    if items.len() != computed.rows || (shape == Shape::One) != is_scalar {
        return Err(stated.extent().error(format!(
            "the claim computes {}, and states {}",
            counted(computed.shape, computed.rows),
            counted(shape, items.len())
        )));
    }
    let numbers = items.into_iter().map(|item| match item {
        Expression::Number(number) => {
            scope.check_units(number)?;
            Ok(number.clone())
        }
        other => Err(other
            .extent()
            .error("after `~=` stands the number as it is printed, such as `3.2 ms`")),
    });
    let numbers = numbers.collect::<Result<Vec<_>>>()?;
    if let (Expression::Range { .. }, [low, high]) = (stated, &*numbers) {
        in_order(low, high, stated.extent())?;
    }
    Ok(numbers)
}

/// A hyphen between two numbers is a difference here, and was meant as a range.
fn hyphen(stated: &Expression) -> Result<()> {
    match stated {
        Expression::Binary {
            operator: Operator::Subtract,
            left,
            right,
        } if is_number(left) && is_number(right) => Err(stated
            .extent()
            .error("a range is written with two points: `10..20 h`")),
        _ => Ok(()),
    }
}

fn is_number(expression: &Expression) -> bool {
    matches!(expression, Expression::Number(_))
}

/// A range goes from its low end to its high end.
///
/// # Errors
/// If it is reversed.
pub fn in_order(low: &Number, high: &Number, extent: Extent) -> Result<()> {
    let is_alike = low.unit.dimension == high.unit.dimension;
    if is_alike && low.base_value() > high.base_value() {
        return Err(extent.error(format!(
            "the range is reversed: write `{}` first",
            high.full_text()
        )));
    }
    Ok(())
}

/// Of two bounds the lower one lies below the upper one.
///
/// # Errors
/// If they are reversed.
pub fn bounds_in_order<'b>(
    bounds: impl IntoIterator<Item = (Order, &'b Expression)>,
) -> Result<()> {
    let (mut low, mut high, mut first) = (None, None, None);
    for (order, bound) in bounds {
        first = first.or(Some(bound.extent()));
        if let Expression::Number(number) = bound {
            match order {
                Order::More | Order::AtLeast => low = Some(number),
                Order::Less | Order::AtMost => high = Some(number),
            }
        }
    }
    match (low, high, first) {
        (Some(low), Some(high), Some(first)) => in_order(low, high, first),
        _ => Ok(()),
    }
}

fn counted(shape: Shape, values: usize) -> String {
    match shape {
        Shape::One => "one value".to_string(),
        Shape::List => format!("a list of {values}"),
        Shape::Range => "a range".to_string(),
    }
}

///
/// # Errors
/// If there are more or fewer bounds.
/// One bound for all values, or one for each.
pub fn same_length(extent: Extent, shape: Shape, count: usize, computed: Computed) -> Result<()> {
    let fits = shape == Shape::One || (computed.shape != Shape::One && count == computed.rows);
    if fits {
        return Ok(());
    }
    Err(extent.error(format!(
        "the claim computes {}, and is compared with {}",
        counted(computed.shape, computed.rows),
        counted(shape, count)
    )))
}

/// The values that the figure stands for.
///
/// # Errors
/// If the number cannot be held to that precision.
pub fn interval(figure: &Number, precision: &Precision) -> Result<Interval> {
    match precision {
        Precision::Printed => {
            can_be_held(figure)?;
            Ok(figure.interval())
        }
        Precision::Digits(digits, extent) => {
            can_be_held(figure)?;
            let has = figure.significant_digits();
            if *digits == 0 || *digits > has {
                let plural = if has == 1 { "" } else { "s" };
                return Err(extent.error(format!(
                    "`{}` has {has} significant digit{plural}, and cannot be precise to {digits}",
                    figure.text,
                )));
            }
            figure.rounded_to(*digits).ok_or_else(|| {
                extent.error(format!(
                    "`{}` has more than {digits} significant digits: nothing that is rounded to {digits} prints so",
                    figure.text
                ))
            })
        }
        Precision::Within(tolerance) => match &**tolerance {
            Expression::Number(tolerance)
                if tolerance.unit.dimension == 0 && tolerance.unit.unknown.is_none() =>
            {
                let share = tolerance.base_value();
                if share <= 0.0 || share >= 1.0 {
                    return Err(tolerance
                        .extent
                        .error("a tolerance lies between 0 and 100%: `within 5%`"));
                }
                if figure.is_finer_than(share) {
                    return Err(figure.extent.error(format!(
                        "`{}` has digits that a tolerance of {} leaves open: round it",
                        figure.text,
                        tolerance.full_text()
                    )));
                }
                Ok(figure.within(share))
            }
            other => Err(other
                .extent()
                .error("a tolerance is a percentage: `within 5%`")),
        },
    }
}

/// More digits than an `f64` holds would be held to nothing.
fn can_be_held(figure: &Number) -> Result<()> {
    if figure.significant_digits() <= MOST_DIGITS {
        return Ok(());
    }
    Err(figure.extent.error(format!(
        "`{}` has more than {MOST_DIGITS} digits, which no computed value is precise to: state fewer",
        figure.text
    )))
}

/// As many digits of any number as `==`, to one part in 10¹², tells apart.
const EXACT_DIGITS: u32 = 11;

/// More digits than `==` holds a value to would be held to nothing.
///
/// # Errors
/// If it has more digits.
pub fn can_be_exact(figure: &Number) -> Result<()> {
    if figure.digits_without_zeros() <= EXACT_DIGITS {
        return Ok(());
    }
    Err(figure.extent.error(format!(
        "`==` holds to {EXACT_DIGITS} digits, and `{}` has more: write what it follows from, such as `2^50`, or state fewer",
        figure.text
    )))
}

/// The number that is stated for a row, if it is one.
pub fn literal(expression: &Expression, row: usize) -> Option<&Number> {
    match expression {
        Expression::Number(number) => Some(number),
        Expression::List { items, .. } => items.get(row).and_then(|item| literal(item, row)),
        _ => None,
    }
}
