//! What a claim states: numbers, their precision and their text.

use syn::Result;

use super::super::parse::Precision;
use super::Draft;
use crate::expression::{Expression, Extent, Interval, Number, Scope, Shape};

/// The stated numbers, one for each row.
pub(super) fn figures(stated: &Expression, draft: &Draft, scope: &Scope) -> Result<Vec<Number>> {
    let (shape, items): (Shape, Vec<&Expression>) = match stated {
        Expression::List { items, .. } => (Shape::List, items.iter().collect()),
        Expression::Range { low, high, .. } => (Shape::Range, vec![low, high]),
        single => (Shape::One, vec![single]),
    };
    let is_scalar = draft.shape == Shape::One;
    if items.len() != draft.rows.len() || (shape == Shape::One) != is_scalar {
        return Err(stated.extent().error(format!(
            "the claim computes {}, and states {}",
            counted(draft.shape, draft.rows.len()),
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
    numbers.collect()
}

fn counted(shape: Shape, values: usize) -> String {
    match shape {
        Shape::One => "one value".to_owned(),
        Shape::List => format!("a list of {values}"),
        Shape::Range => "a range".to_owned(),
    }
}

pub(super) fn same_length(extent: Extent, shape: Shape, count: usize, draft: &Draft) -> Result<()> {
    let fits = shape == Shape::One || (draft.shape != Shape::One && count == draft.rows.len());
    if fits {
        return Ok(());
    }
    Err(extent.error(format!(
        "the claim computes {}, and is compared with {}",
        counted(draft.shape, draft.rows.len()),
        counted(shape, count)
    )))
}

pub(super) fn interval(figure: &Number, precision: &Precision) -> Result<Interval> {
    match precision {
        Precision::Printed => Ok(figure.interval(None)),
        Precision::Digits(literal) => {
            let digits: u32 = literal.base10_parse()?;
            let has = figure.significant_digits();
            if digits == 0 || digits > has {
                let plural = if has == 1 { "" } else { "s" };
                let message = format!(
                    "`{}` has {has} significant digit{plural}, and cannot be precise to {digits}",
                    figure.text,
                );
                return Err(syn::Error::new(literal.span(), message));
            }
            Ok(figure.interval(Some(digits)))
        }
        Precision::Within(Expression::Number(tolerance))
            if tolerance.unit.dimension == 0 && tolerance.unit.unknown.is_none() =>
        {
            let share = tolerance.base_value();
            if share > 0.0 && share < 1.0 {
                Ok(figure.within(share))
            } else {
                Err(tolerance
                    .extent
                    .error("a tolerance lies between 0 and 100%: `within 5%`"))
            }
        }
        Precision::Within(other) => Err(other
            .extent()
            .error("a tolerance is a percentage: `within 5%`")),
    }
}

/// The number that is stated for a row, if it is one.
pub(super) fn literal(expression: &Expression, row: usize) -> Option<&Number> {
    match expression {
        Expression::Number(number) => Some(number),
        Expression::List { items, .. } => items.get(row).and_then(|item| literal(item, row)),
        _ => None,
    }
}

/// The bound as the author wrote it, where that is a number; the book shows it.
pub(super) fn text(expression: &Expression, row: usize) -> String {
    literal(expression, row).map_or_else(String::new, Number::full_text)
}
