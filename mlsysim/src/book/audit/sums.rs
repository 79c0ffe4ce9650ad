//! Sums that do not add up as they are printed.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::audit::Kind;
use mlsysim_language::operation::{Builtin, Operator};

use super::super::chapter::Working;
use super::figure::{Figure, beside};
use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::napkin::{Row, Rule, Statement};
use crate::claims::trace::{Program, Step};
use crate::units::dynamic::Dynamic;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, working) in subject.workings() {
        for statement in &working.statements {
            let mut rows = statement.rows.iter();
            // A `let` is a figure where a page prints it.
            let is_printed = statement.claim.is_some()
                || subject
                    .pages
                    .iter()
                    .any(|page| page.has(working, statement));
            if is_printed {
                findings.extend(rows.find_map(|row| sum(working, statement, row)));
            }
        }
    }
    findings
}

/// A term of a sum: whether it is added, and what it is.
type Term = (bool, Step, Dynamic);

/// The terms of a program that is a sum of two or more and nothing else.
pub(super) fn terms(program: &Program) -> Option<Vec<Term>> {
    let flip = |terms: &[Term]| -> Vec<Term> {
        let terms = terms.iter().cloned();
        terms
            .map(|(is_added, step, value)| (!is_added, step, value))
            .collect()
    };
    let found = program.fold(|step, stored, operands: &[Option<Vec<Term>>]| match step {
        Step::Number { .. } | Step::Local { .. } | Step::Outer(_) => {
            Some([(true, step.clone(), stored)].into())
        }
        Step::Negate => Some(flip(operands[0].as_ref()?)),
        Step::Binary(Operator::Add) => Some([operands[0].clone()?, operands[1].clone()?].concat()),
        Step::Binary(Operator::Subtract) => {
            Some([operands[0].clone()?, flip(operands[1].as_ref()?)].concat())
        }
        Step::Builtin(Builtin::Sum, _) => {
            let all: Option<Vec<Vec<Term>>> = operands.iter().cloned().collect();
            all.map(|all| all.concat())
        }
        _ => None,
    });
    found.flatten().filter(|terms| terms.len() > 1)
}

/// A value that is a sum, where the printed terms make another figure.
fn sum(working: &Working, statement: &Statement, row: &Row) -> Option<Finding> {
    let rounds = match row.rules.first() {
        Some(Rule::Prints { .. }) | None => true,
        Some(Rule::Compares { .. } | Rule::Is { .. }) => false,
    };
    let figure = Figure::of(row).filter(|_| rounds)?;
    let mut parts: Vec<String> = Vec::new();
    let mut total = 0.0;
    for (is_added, step, stored) in terms(&row.program)? {
        let figure = match &step {
            Step::Local { statement, row, .. } => {
                Figure::of(working.statements[*statement].rows.get(*row)?)?
            }
            _ => Figure::computed(&Program {
                steps: [(step, stored)].into(),
            }),
        };
        let sign = match (is_added, parts.is_empty()) {
            (true, true) => "",
            (true, false) => "+ ",
            (false, _) => "- ",
        };
        parts.push(format!("{sign}{}", figure.text));
        total += if is_added {
            figure.value
        } else {
            -figure.value
        };
    }
    let adds_up = match row.rules.is_empty() {
        true => figure.is_of(total),
        false => row.rules.iter().all(|rule| rule.accepts(total)),
    };
    if adds_up {
        return None;
    }
    let stated = &figure.text;
    Some(Finding {
        kind: Kind::Sum,
        site: Site::statement(working, statement),
        message: format!(
            "`{}` is printed as {stated}, and {} as they are printed make {}: print a digit more \
             of them or one less of it, or add up `printed(…)`",
            statement.name,
            parts.join(" "),
            beside(row, total),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::specimen::{audited, found};

    crate::check! {
        let side = 24 h;

        /// {}
        first: side / 10 ~= 2 h;

        /// {}
        second: 34 h / 10 ~= 3 h;

        /// {}
        together: first + second ~= 6 h;

        /// {}
        apart: second - 30 min ~= 2.9 h;

        /// {}
        doubled: 2 * (first + second) ~= 11.6 h;
    }

    #[test]
    fn parts_must_add_up_as_they_are_printed() {
        let audit = audited(&[module_path!()], [], &[]);
        assert_eq!(
            found(Kind::Sum, &audit),
            [
                "together: `together` is printed as 6 h, and 2 h + 3 h as they are printed make \
                 5 h: print a digit more of them or one less of it, or add up `printed(…)`",
                "apart: `apart` is printed as 2.9 h, and 3 h - 30 min as they are printed make \
                 2.5 h: print a digit more of them or one less of it, or add up `printed(…)`",
            ]
        );
    }

    crate::check! {
        let part = 10 h / 7;
        let whole_run = part + part + part;

        /// {}
        run: whole_run / 3 ~= 1.43 h;
    }

    #[test]
    fn a_let_must_where_a_page_prints_it() {
        let page = "{{< var book.audit.sums.tests.whole_run >}}";
        let sums = |page: &str| {
            let audit = audited(&[module_path!()], [], &[("a.qmd", page)]);
            found(Kind::Sum, &audit).len()
        };
        assert_eq!((sums(""), sums(page)), (2, 3));
    }
}
