//! A value that is bounded on one side only, and that nothing else is said of.
//!
//! `chance > 99%` holds for 99.1% and for 100%. A bound between two values that are claimed
//! elsewhere is a conclusion from them, and says what it must.

use std::format;
use std::vec::Vec;

use mlsysim_language::audit::Kind;
use mlsysim_language::operation::{Comparison, nearly_equal};

use super::super::plain::plain;
use super::super::printed::Printed;
use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::napkin::{Row, Statement};
use crate::claims::trace::{Program, Step};
use crate::viz::number::with_unit;
use crate::viz::stated::computed;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    for claim in subject.claims() {
        let statements = &claim.working.statements;
        // A loose claim says why it says so little.
        if claim.record.loose.is_some() {
            continue;
        }
        let mut rows = claim.statement.rows.iter();
        let Some((row, side)) = rows.find_map(|row| {
            let side = only_side(row)?;
            (!is_held(&row.program, claim.index, statements)).then_some((row, side))
        }) else {
            continue;
        };
        let (number, unit) = computed(row);
        let value = with_unit(&number, &unit);
        let bound = plain(&Printed::row(row).text);
        let other = match side {
            Side::Low => "above",
            Side::High => "below",
        };
        findings.push(Finding {
            kind: Kind::OneSided,
            site: Site::statement(claim.working, claim.statement),
            message: format!(
                "`{}` is {value} and says {bound}: however far {other} it is, nobody notices; \
                 state it in a claim, or bound it on both sides with `in low ..= high`",
                claim.statement.name
            ),
        });
    }
    findings
}

enum Side {
    Low,
    High,
}

/// The side on which a row is bounded, if it is bounded on one only.
fn only_side(row: &Row) -> Option<Side> {
    let comparisons = row.rules.iter().map(|rule| rule.comparison());
    let comparisons: Vec<Comparison> = comparisons.collect::<Option<_>>()?;
    let all = |is_side: fn(Comparison) -> bool| comparisons.iter().all(|it| is_side(*it));
    match () {
        () if all(Comparison::is_lower_bound) => Some(Side::Low),
        () if all(Comparison::is_upper_bound) => Some(Side::High),
        () => None,
    }
}

/// Whether a value is one that the block claims elsewhere, or follows from those alone.
fn is_held(program: &Program, claim: usize, statements: &[Statement]) -> bool {
    let others = statements
        .iter()
        .enumerate()
        .filter(|(index, other)| *index != claim && other.claim.is_some());
    let mut rows = others.flat_map(|(_, other)| &other.rows);
    let is_claimed = rows.any(|row| only_side(row).is_none() && is_same(&row.program, program));
    let leaves = program.steps.iter().filter(|(step, _)| step.arity() == 0);
    let mut locals = 0;
    let mut are_claimed = true;
    for (step, _) in leaves {
        match step {
            Step::Local { statement, row, .. } => {
                locals += 1;
                let named = statements[*statement].rows.get(*row);
                let is_figure = named.is_some_and(|row| !row.rules.is_empty())
                    && named.and_then(only_side).is_none();
                are_claimed &= is_figure;
            }
            Step::Number { .. } => {}
            _ => are_claimed = false,
        }
    }
    is_claimed || (locals > 0 && are_claimed)
}

fn is_same(one: &Program, other: &Program) -> bool {
    let (one, other) = (one.value(), other.value());
    one.dimension == other.dimension && nearly_equal(one.value, other.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::specimen::{audited, found};

    crate::check! {
        let fleet = 10_000;
        let repair = 20 min;

        /// {}
        interval: 50_000 h / fleet ~= 5.00 h;

        /// {}
        soon: interval < 24 h;

        /// {}
        double: 2 * interval > 6 h;

        /// {}
        chance: 1 - exp(-24 h / interval) > 99%;

        /// {}
        between: repair / interval in 6% ..= 7%;

        /// {}
        above: repair * fleet > 100 days;

        /// {}
        below: 10 h / (repair * fleet) < 0.5%;

        /// {}
        #[loose = "an order of magnitude"]
        roughly: repair / 3 < 8 h;
    }

    #[test]
    fn a_bound_on_one_side_alone_is_found() {
        let audit = audited(&[module_path!()], [], &[]);
        // What follows from claimed values alone is held by them: `soon`, `double`, `chance`.
        assert_eq!(
            found(Kind::OneSided, &audit),
            [
                "above: `above` is 138.9 days and says over 100 days: however far above it is, \
                 nobody notices; state it in a claim, or bound it on both sides with \
                 `in low ..= high`",
                "below: `below` is 0.3% and says under 0.5%: however far below it is, nobody \
                 notices; state it in a claim, or bound it on both sides with `in low ..= high`",
            ]
        );
    }
}
