//! Shares of one whole that do not make 100% as they are printed.
//!
//! Shares are the rows of a list, and what a block divides by the same thing.

use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::audit::Kind;
use mlsysim_language::operation::{Operator, nearly_equal};

use super::super::chapter::Working;
use super::figure::Figure;
use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::napkin::{Row, Rule, Shape, Statement};
use crate::claims::trace::{Program, Step};
use crate::units::dynamic::ONE;
use crate::viz::digits::significant;
use crate::viz::number::with_unit;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    subject.workings().flat_map(|(_, it)| shares(it)).collect()
}

/// A share as it is printed.
struct Share<'a> {
    statement: &'a Statement,
    value: f64,
    figure: Figure,
}

/// Shares of one whole in a block: the rows of a list, and what is divided by the same thing.
fn shares(working: &Working) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut wholes: BTreeMap<String, Vec<Share>> = BTreeMap::new();
    for statement in &working.statements {
        let rows = statement.rows.iter();
        let own: Vec<(Share, &Row)> = rows
            .filter_map(|row| {
                let value = row.program.value();
                let is_figure = matches!(row.rules.first(), Some(Rule::Prints { .. }));
                let figure = Figure::of(row).filter(|_| is_figure && value.dimension == ONE)?;
                let share = Share {
                    statement,
                    value: value.value,
                    figure,
                };
                Some((share, row))
            })
            .collect();
        match statement.shape {
            Shape::List => {
                let own: Vec<Share> = own.into_iter().map(|(share, _)| share).collect();
                findings.extend(whole(working, &own));
            }
            Shape::One => {
                for (share, row) in own {
                    if let Some(divisor) = divisor(&row.program) {
                        wholes.entry(divisor).or_default().push(share);
                    }
                }
            }
            Shape::Range => {}
        }
    }
    findings.extend(wholes.values().filter_map(|all| whole(working, all)));
    findings
}

/// What a quotient is divided by, where that has a name.
fn divisor(program: &Program) -> Option<String> {
    match &*program.steps {
        [
            ..,
            (Step::Local { statement, row, .. }, _),
            (Step::Binary(Operator::Divide), _),
        ] => Some(format!("{statement} {row}")),
        [
            ..,
            (Step::Outer(path), _),
            (Step::Binary(Operator::Divide), _),
        ] => Some((*path).to_string()),
        _ => None,
    }
}

/// A finding, if the shares make a whole and are not printed so.
fn whole(working: &Working, shares: &[Share]) -> Option<Finding> {
    let [_, .., last] = shares else {
        return None;
    };
    let value: f64 = shares.iter().map(|share| share.value).sum();
    let printed: f64 = shares.iter().map(|share| share.figure.value).sum();
    if !nearly_equal(value, 1.0) || (printed - 1.0).abs() < NOISE {
        return None;
    }
    let parts: Vec<&str> = shares.iter().map(|share| &*share.figure.text).collect();
    Some(Finding {
        kind: Kind::Sum,
        site: Site::statement(working, last.statement),
        message: format!(
            "the shares {} are printed so that they make {} and not 100%: print a digit more of \
             them, or say on the page that they are rounded",
            parts.join(", "),
            with_unit(&significant(rounded(100.0 * printed), 6), "%"),
        ),
    })
}

/// What a sum of a few printed numbers loses to floats.
const NOISE: f64 = 1e-9;

fn rounded(value: f64) -> f64 {
    crate::units::text::round_significant(value, 9)
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{audited, found};
    use super::*;

    crate::check! {
        let whole = 3 GPUs;

        /// {}
        thirds: [1, 1, 1] GPUs / whole ~= [33, 33, 33]%;

        /// {}
        halves: [1.5, 1.5] GPUs / whole ~= [50, 50]%;
    }

    crate::check! {
        let used = 5 GPUs;
        let spare = 1 GPU;
        let all = 6 GPUs;

        /// {}
        used_share: used / all ~= 83%;

        /// {}
        spare_share: spare / all ~= 17%;
    }

    crate::check! {
        let used = 5 GPUs;
        let spare = 1 GPU;
        let broken = 1 GPU;
        let every = 7 GPUs;

        /// {}
        used_part: used / every ~= 71%;

        /// {}
        spare_part: spare / every ~= 14%;

        /// {}
        broken_part: broken / every ~= 14%;
    }

    #[test]
    fn shares_make_a_whole_as_they_are_printed() {
        let audit = audited(&[module_path!()], [], &[]);
        assert_eq!(
            found(Kind::Sum, &audit),
            [
                "thirds: the shares 33%, 33%, 33% are printed so that they make 99% and not \
                 100%: print a digit more of them, or say on the page that they are rounded",
                "broken_part: the shares 71%, 14%, 14% are printed so that they make 99% and not \
                 100%: print a digit more of them, or say on the page that they are rounded",
            ]
        );
    }
}
