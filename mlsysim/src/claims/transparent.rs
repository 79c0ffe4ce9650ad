//! Formulas that are written in the language as a whole, called with any number.

use mlsysim_language::operation::Order;

use super::formula::Formula;
use super::trace::{Step, apply};

/// Whether all of a formula is written in the language: no plain Rust that stops at what it
/// refuses.
pub(crate) fn is_transparent(formula: &Formula) -> bool {
    let steps = formula.body().steps;
    !steps.is_empty()
        && steps.iter().all(|(step, _)| match step {
            Step::Call {
                formula: Some(inner),
                ..
            } => is_transparent(inner),
            Step::Call { formula: None, .. } => step.arity() == 0,
            _ => true,
        })
}

/// What a formula gives; no number outside of its domain, where it would stop the run.
pub(crate) fn call(formula: &Formula, operands: &[f64]) -> f64 {
    match is_in_domain(formula, operands) {
        true => formula.value_for(operands),
        false => f64::NAN,
    }
}

fn is_in_domain(formula: &Formula, operands: &[f64]) -> bool {
    let arguments = formula.arguments.iter().zip(operands);
    let mut is_inside = arguments
        .into_iter()
        .all(|(argument, value)| value.is_finite() && domain_holds(argument.domain, *value));
    // The formulas that it calls have domains of their own.
    formula
        .body()
        .fold(|step, stored, values: &[f64]| match step {
            Step::Local { statement, .. } => operands.get(*statement).copied().unwrap_or(f64::NAN),
            Step::Call {
                formula: Some(inner),
                ..
            } => {
                is_inside = is_inside && is_in_domain(inner, values);
                match is_inside {
                    true => call(inner, values),
                    false => f64::NAN,
                }
            }
            _ => apply(step, stored, values),
        });
    is_inside
}

/// Whether a value is inside of `> 0, <= 1`.
fn domain_holds(domain: &str, value: f64) -> bool {
    let mut bounds = domain.split(", ").filter(|bound| !bound.is_empty());
    bounds.all(|bound| {
        let (sign, number) = bound.split_once(' ').unwrap_or((bound, ""));
        match (Order::from_sign(sign), number.parse::<f64>()) {
            (Some(order), Ok(number)) => order.holds(value, number),
            _ => false,
        }
    })
}
