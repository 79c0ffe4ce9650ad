//! What stands in rows: their names, their numbers, and the lines that they use.

use mlsysim_language::number::Number;
use mlsysim_language::steps::{Row, Rows, What};

/// The names in a claim, as they are written.
pub(super) fn places<'r>(rows: impl Iterator<Item = &'r Row>) -> Vec<String> {
    let steps = rows.flat_map(|row| &row.steps);
    steps
        .filter_map(|step| match &step.what {
            What::Outer(place) => Some(place.indexed()),
            What::Local { name, .. } => Some(name.clone()),
            _ => None,
        })
        .collect()
}

/// The numbers that are written in rows.
pub(super) fn numbers<'r>(
    rows: impl IntoIterator<Item = &'r Row>,
) -> impl Iterator<Item = &'r Number> {
    let steps = rows.into_iter().flat_map(|row| &row.steps);
    steps.filter_map(|step| match &step.what {
        What::Number(number) => Some(number),
        _ => None,
    })
}

/// The statements whose values occur.
pub(super) fn uses(rows: &Rows) -> Vec<usize> {
    let steps = rows.rows.iter().flat_map(|row| &row.steps);
    steps
        .filter_map(|step| match step.what {
            What::Local { statement, .. } => Some(statement),
            _ => None,
        })
        .collect()
}
