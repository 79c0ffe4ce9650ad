//! Formulas that are written in the language as a whole, called with any number.

use alloc::collections::BTreeMap;
use alloc::rc::Rc;
use core::cell::RefCell;

use mlsysim_language::operation::Order;

use super::formula::Formula;
use super::trace::{Program, Step, apply};

/// Whether all of a formula is written in the language: no plain Rust that stops at what it
/// refuses.
pub(crate) fn is_transparent(formula: &Formula) -> bool {
    Bodies::default().is_transparent(formula)
}

/// What a formula gives; no number outside of its domain, where it would stop the run.
#[cfg(feature = "book")]
pub(crate) fn call(formula: &Formula, operands: &[f64]) -> f64 {
    Bodies::default().call(formula, operands)
}

/// The bodies of formulas that are called again and again, each read once.
#[derive(Default)]
pub(super) struct Bodies {
    read: RefCell<BTreeMap<*const Formula, Rc<Body>>>,
}

struct Body {
    program: Program,
    is_transparent: bool,
    calls_others: bool,
}

impl Bodies {
    fn body(&self, formula: &Formula) -> Rc<Body> {
        let key: *const Formula = formula;
        if let Some(body) = self.read.borrow().get(&key) {
            return body.clone();
        }
        let program = formula.body();
        let is_transparent = |step: &Step| match step {
            Step::Call {
                formula: Some(inner),
                ..
            } => self.is_transparent(inner),
            Step::Call { formula: None, .. } => step.arity() == 0,
            _ => true,
        };
        let mut steps = program.steps.iter().map(|(step, _)| step);
        let body = Rc::new(Body {
            is_transparent: !program.steps.is_empty() && steps.clone().all(is_transparent),
            calls_others: steps.any(|step| {
                matches!(
                    step,
                    Step::Call {
                        formula: Some(_),
                        ..
                    }
                )
            }),
            program,
        });
        self.read.borrow_mut().insert(key, body.clone());
        body
    }

    pub(super) fn is_transparent(&self, formula: &Formula) -> bool {
        self.body(formula).is_transparent
    }

    pub(super) fn call(&self, formula: &Formula, operands: &[f64]) -> f64 {
        match self.is_in_domain(formula, operands) {
            true => formula.value_for(operands),
            false => f64::NAN,
        }
    }

    fn is_in_domain(&self, formula: &Formula, operands: &[f64]) -> bool {
        let arguments = formula.arguments.iter().zip(operands);
        let mut is_inside = arguments
            .into_iter()
            .all(|(argument, value)| value.is_finite() && domain_holds(argument.domain, *value));
        let body = self.body(formula);
        if !body.calls_others {
            return is_inside;
        }
        // The formulas that it calls have domains of their own.
        body.program
            .fold(|step, stored, values: &[f64]| match step {
                Step::Local { statement, .. } => {
                    operands.get(*statement).copied().unwrap_or(f64::NAN)
                }
                Step::Call {
                    formula: Some(inner),
                    ..
                } => {
                    is_inside = is_inside && self.is_in_domain(inner, values);
                    match is_inside {
                        true => self.call(inner, values),
                        false => f64::NAN,
                    }
                }
                _ => apply(step, stored, values),
            });
        is_inside
    }
}

/// Whether a value is inside of `> 0, <= 1`.
pub(crate) fn domain_holds(domain: &str, value: f64) -> bool {
    let mut bounds = domain.split(", ").filter(|bound| !bound.is_empty());
    bounds.all(|bound| {
        let (sign, number) = bound.split_once(' ').unwrap_or((bound, ""));
        match (Order::from_sign(sign), number.parse::<f64>()) {
            (Some(order), Ok(number)) => order.holds(value, number),
            _ => false,
        }
    })
}
