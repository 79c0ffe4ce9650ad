//! A result that does not follow from its operands as they are printed beside it.
//!
//! Beside it stands what the claim's sentence names, and what a page prints that prints the claim
//! too. Sums have a rule of their own.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::audit::Kind;

use super::super::chapter::Claim;
use super::figure::{Figure, beside};
use super::finding::{Finding, Site};
use super::subject::Subject;
use super::sums::terms;
use crate::claims::napkin::{Row, Rule};
use crate::claims::trace::Step;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    for claim in subject.claims() {
        let mut rows = claim.statement.rows.iter();
        findings.extend(rows.find_map(|row| finding(subject, &claim, row)));
    }
    findings
}

fn finding(subject: &Subject, claim: &Claim, row: &Row) -> Option<Finding> {
    let Some(Rule::Prints { .. }) = row.rules.first() else {
        return None;
    };
    if terms(&row.program).is_some() {
        return None;
    }
    let mut operands: Vec<(String, String)> = Vec::new();
    for (step, _) in &row.program.steps {
        if let Some((name, figure)) = printed(subject, claim, step)
            && operands.iter().all(|(known, _)| *known != name)
        {
            operands.push((name, figure.text));
        }
    }
    let value = row.program.evaluate(&|step, stored| {
        printed(subject, claim, step).map_or(stored.value, |(_, figure)| figure.value)
    });
    let holds = row.rules.iter().all(|rule| rule.accepts(value));
    if holds || operands.is_empty() {
        return None;
    }
    let operands: Vec<String> = operands
        .iter()
        .map(|(name, text)| format!("{text} (`{name}`)"))
        .collect();
    let stated = Figure::of(row)?.text;
    Some(Finding {
        kind: Kind::Operands,
        site: Site::statement(claim.working, claim.statement),
        message: format!(
            "`{}` is printed as {stated}, and a reader who computes with {} gets {}: print a \
             digit more of them or one less of it, or compute with `printed(…)`",
            claim.statement.name,
            operands.join(" and "),
            beside(row, value),
        ),
    })
}

/// An operand as it is printed beside the claim, and its name.
fn printed(subject: &Subject, claim: &Claim, step: &Step) -> Option<(String, Figure)> {
    match step {
        Step::Local {
            statement,
            row,
            name,
        } => {
            let operand = &claim.working.statements[*statement];
            let figure = Figure::of(operand.rows.get(*row)?)?;
            let is_beside = is_named(claim, operand.name)
                || subject.pages.iter().any(|page| {
                    page.has(claim.working, operand) && page.has(claim.working, claim.statement)
                });
            is_beside.then(|| ((*name).into(), figure))
        }
        Step::Outer(path) => {
            let mut named = claim.record.named.iter();
            let (_, program) = named.find(|(name, _)| name == path)?;
            Some(((*path).into(), Figure::computed(program)))
        }
        _ => None,
    }
}

/// Whether the claim's sentence prints a value of its block.
fn is_named(claim: &Claim, name: &str) -> bool {
    let mut parts = claim.record.sentence.split('{').skip(1);
    parts.any(|part| {
        let inside = part.split('}').next().unwrap_or_default().trim();
        inside.split('[').next() == Some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;

    use super::super::specimen::{audited, found};

    crate::check! {
        let fleet = 7_300;

        /// {}
        interval: 50_000 h / fleet ~= 6.8 h;

        /// {interval} is {}.
        in_minutes: interval / 1 ~= 411 min;

        /// {}
        in_seconds: interval / 2 ~= 12_329 s;

        /// {interval} is about {}.
        fewer: interval * 10 ~= 68 h;

        /// {interval} is {}, as it is printed.
        as_printed: printed(interval) / 2 ~= 204 min;
    }

    const NOTES: &str = "book.audit.operands.tests";

    #[test]
    fn what_a_sentence_names_must_give_its_figure() {
        let audit = audited(&[module_path!()], [], &[]);
        assert_eq!(
            found(Kind::Operands, &audit),
            [
                "in_minutes: `in_minutes` is printed as 411 min, and a reader who computes with \
                 6.8 h (`interval`) gets 408 min: print a digit more of them or one less of it, \
                 or compute with `printed(…)`"
            ]
        );
    }

    #[test]
    fn so_must_what_a_page_prints_beside_it() {
        let page = |names: [&str; 2]| {
            let variables = names.map(|name| format!("{{{{< var {NOTES}.{name} >}}}}"));
            variables.join(" and ")
        };
        let both = page(["interval", "in_seconds"]);
        let audit = audited(&[module_path!()], [], &[("a.qmd", &both)]);
        assert!(found(Kind::Operands, &audit)[1].contains("gets 12,240 s"));
        let other = page(["fewer", "in_seconds"]);
        let audit = audited(&[module_path!()], [], &[("a.qmd", &other)]);
        assert_eq!(found(Kind::Operands, &audit).len(), 1);
    }
}
