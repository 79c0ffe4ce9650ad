//! The wrong figures of the printed edition, figure by figure.

use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::{Chapter, Claim};
use super::error::Error;
use super::printed::Printed;
use super::table::{Side, Table};
use super::text::{one_line, sentence};
use crate::claims::napkin::{Published, Row, Rule, Shape};

/// How many figures of the printed edition are wrong.
pub(super) fn count(chapters: &[Chapter]) -> usize {
    let claims = chapters.iter().flat_map(Chapter::claims);
    claims
        .map(|claim| {
            let published = claim.record.published.iter();
            published.map(|it| figures(&claim, it).len()).sum::<usize>()
        })
        .sum()
}

/// The page.
pub(super) fn text(chapters: &[Chapter]) -> Result<String, Error> {
    let mut table = Table::new([
        ("Chapter", Side::Left),
        ("Sentence", Side::Left),
        ("Published", Side::Right),
        ("Right", Side::Right),
        ("Note", Side::Left),
    ]);
    for chapter in chapters {
        for claim in chapter.claims() {
            for published in &claim.record.published {
                let rows = figures(&claim, published);
                for (index, (printed, right)) in rows.into_iter().enumerate() {
                    // The rows of one list share what is said of all of them.
                    let once = |text: String| if index == 0 { text } else { String::new() };
                    table.add([
                        once(chapter.title()),
                        once(sentence(&claim)?),
                        printed,
                        right,
                        once(one_line(published.note)),
                    ]);
                }
            }
        }
    }
    if table.is_empty() {
        return Ok("No figure of the printed edition is known to be wrong.\n".to_string());
    }
    Ok(table.text())
}

/// What is printed and what is right; of a list, the rows that are printed wrongly.
fn figures(claim: &Claim, published: &Published) -> Vec<(String, String)> {
    let statement = claim.statement;
    let rules = || {
        let rules = published.rules.iter();
        rules.filter_map(|(row, rule)| Some((statement.rows.get(*row)?, rule)))
    };
    if published.shape == Shape::List {
        return rules()
            .filter(|(row, rule)| !rule.accepts(row.program.value().value))
            .map(|(row, rule)| (figure(row, rule).table, Printed::row(row).table))
            .collect();
    }
    let right = Printed::statement(statement).table;
    let printed = match published.shape {
        Shape::Range => {
            let ends = rules().map(|(row, rule)| Printed::rule(rule, row));
            Printed::range(ends.collect()).table
        }
        Shape::One | Shape::List => {
            // A bound holds every row alike, and is said once.
            let first = published.rules.first().map(|(row, _)| *row);
            let said = published
                .rules
                .iter()
                .filter(|(row, _)| Some(*row) == first);
            let said = said.filter_map(|(row, rule)| Some((statement.rows.get(*row)?, rule)));
            let texts: Vec<String> = said.map(|(row, rule)| figure(row, rule).table).collect();
            texts.join(", ")
        }
    };
    [(printed, right)].into()
}

/// A figure, or a bound with its sign, as it is printed.
fn figure(row: &Row, rule: &Rule) -> Printed {
    let printed = Printed::rule(rule, row);
    match rule.comparison() {
        Some(comparison) => printed.bounded(comparison),
        None => printed,
    }
}
