//! Whether what goes into a claim can make it fail.
//!
//! A claim over names says that their values give its figure. If none of them, at any size, makes
//! it fail, then it is true by construction, as `(y / side)^2 == 4` after `let y = 2 * side`. Each
//! input is scaled by itself, and the claim is evaluated again. A claim may also be about a law:
//! what `young_daly_interval(s, m) / young_daly_interval(s, m / 2)` is follows from the formula
//! alone, and would be another figure if that were another. So formulas are inputs too.

use alloc::string::String;
use alloc::vec::Vec;

use super::anew::{Change, anew};
use super::inputs::{Input, inputs};
use super::napkin::{Rule, Statement};

/// How an input is scaled. The last two find what is small beside the rest of its claim.
const SCALES: [f64; 6] = [2.0, 0.5, 1e3, 1e-3, 1e9, 1e-9];

/// How the results of a formula are changed: by a power, because a factor cancels in the ratio of
/// two of them, which is what a law says.
const POWERS: [f64; 2] = [2.0, 0.5];

/// What a claim does when its inputs move.
#[derive(Debug, PartialEq)]
pub(super) enum Movement {
    /// At some size of an input it fails.
    Fails,
    /// At no size of any input it fails; these are the inputs.
    Holds(Vec<String>),
    /// It has no input with a name, or none whose effect can be computed here.
    Unknown,
}

/// Scales each input of a claim and looks whether a rule fails.
pub(super) fn movement(statements: &[Statement], claim: usize) -> Movement {
    let rules = statements[claim].rows.iter().flat_map(|row| &row.rules);
    // The name of an enum is not computed from numbers here.
    if rules.clone().any(|rule| matches!(rule, Rule::Is { .. })) {
        return Movement::Unknown;
    }
    let inputs = inputs(statements, claim);
    let mut is_known = !inputs.is_empty();
    for (input, _) in &inputs {
        let mut is_moved = false;
        for &amount in amounts(input) {
            let anew = anew(statements, claim, &Change { input, amount });
            match anew.holds.filter(|_| anew.is_changed) {
                Some(true) => is_moved = true,
                Some(false) => return Movement::Fails,
                None => {}
            }
        }
        is_known &= is_moved;
    }
    match is_known {
        true => Movement::Holds(inputs.into_iter().map(|(_, name)| name).collect()),
        false => Movement::Unknown,
    }
}

fn amounts(input: &Input) -> &'static [f64] {
    match input {
        Input::Law(_) => &POWERS,
        Input::Numbers { .. } | Input::Place(_) | Input::Call(_) | Input::Literal(_) => &SCALES,
    }
}
