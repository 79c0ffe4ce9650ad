//! Whether the figure of a claim rests on digits that an input does not have.

use alloc::string::String;
use alloc::vec::Vec;

use super::anew::{Change, anew};
use super::inputs::{Input, inputs, literals};
use super::napkin::Statement;
use super::trace::Step;

/// An input as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written<'a> {
    /// A number that the napkin types: its text without the unit.
    Number(&'a str),
    /// A constant by its name.
    Constant(&'a str),
}

/// The inputs of a claim that move its figure by less than they leave open.
///
/// `open` says of an input which share of it lies within its last digit; nothing where it is exact.
///
/// ```
/// use mlsysim::claims::napkin::NAPKINS;
/// use mlsysim::claims::precision::overstated;
/// mlsysim::check! {
///     let step = 1.2 s;
///
///     /// A run of 5,000 steps takes {}.
///     run: 5_000 * step ~= 100.0 min;
/// }
/// let statements = NAPKINS[0].statements();
/// // 1.2 may be anything from 1.15 to 1.25.
/// assert_eq!(overstated(&statements, 1, &|_| Some(0.05 / 1.2)), ["step", "5,000"]);
/// assert!(overstated(&statements, 1, &|_| None).is_empty());
/// ```
pub fn overstated(
    statements: &[Statement],
    claim: usize,
    open: &dyn Fn(Written) -> Option<f64>,
) -> Vec<String> {
    let mut all = inputs(statements, claim);
    all.extend(literals(statements, claim));
    let is_overstated = |input: &Input| {
        let written = match input {
            Input::Numbers { statement, row } => {
                typed(&statements[*statement].rows.get(*row)?.program.steps)
            }
            Input::Literal(place) => {
                let mut programs = statements[claim].programs();
                let program = programs.nth(place.program)?;
                typed(program.steps.get(place.step..=place.step)?)
            }
            Input::Place(name) => Some(Written::Constant(name)),
            Input::Law(_) | Input::Call(_) => None,
        }?;
        let amount = 1.0 + open(written)?;
        let anew = anew(statements, claim, &Change { input, amount });
        Some(anew.is_changed && anew.is_followed && anew.holds == Some(false))
    };
    let all = all.into_iter();
    let found = all.filter(|(input, _)| is_overstated(input) == Some(true));
    found.map(|(_, name)| name).collect()
}

/// A program that is nothing but a number.
fn typed<V>(steps: &[(Step, V)]) -> Option<Written<'static>> {
    match steps {
        [(Step::Number { text, .. }, _)] => Some(Written::Number(text)),
        _ => None,
    }
}
