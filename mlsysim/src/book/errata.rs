//! The wrong figures of the printed edition, figure by figure.

use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::{Chapter, Claim};
use super::error::Error;
use super::printed::Printed;
use super::table::{Side, Table};
use super::text::{one_line, sentence};
use crate::claims::napkin::{Published, Row, Rule, Shape};
use crate::viz::digits;

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
pub(super) fn text(
    chapters: &[Chapter],
    mark: fn(&Claim, String) -> String,
) -> Result<String, Error> {
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
                for (index, Figure { printed, right, .. }) in rows.into_iter().enumerate() {
                    // The rows of one list share what is said of all of them.
                    let once = |text: String| if index == 0 { text } else { String::new() };
                    table.add([
                        once(chapter.title()),
                        once(sentence(&claim)?),
                        printed,
                        mark(&claim, right),
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

/// A wrong figure of the printed edition, as tables show it.
pub(super) struct Figure {
    pub(super) printed: String,
    pub(super) right: String,
    /// The two in base units, printed first, where both are numbers.
    pub(super) values: Option<(f64, f64)>,
    pub(super) class: Class,
}

/// In which way a figure is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The digits after the last are dropped, where they round up.
    CutOff,
    /// It is the next number, where the digits after the last round down.
    RoundedUp,
    /// It is another number, a bound that does not hold, or another name.
    Wrong,
}

impl Class {
    pub(super) fn word(self) -> &'static str {
        match self {
            Class::CutOff => "cut off",
            Class::RoundedUp => "rounded up",
            Class::Wrong => "wrong",
        }
    }

    /// By a rule that a value does not satisfy.
    fn of(rule: &Rule, value: f64) -> Class {
        let Rule::Prints {
            text,
            low,
            high,
            unit,
            ..
        } = rule
        else {
            return Class::Wrong;
        };
        let Some(printed) = digits::parse(text) else {
            return Class::Wrong;
        };
        let (value, last) = (value / unit.value, high - low);
        let beyond = (value - printed) * printed.signum();
        match beyond / last {
            0.0..1.0 => Class::CutOff,
            -1.0..0.0 => Class::RoundedUp,
            _ => Class::Wrong,
        }
    }
}

/// What is printed and what is right; of a list, the rows that are printed wrongly.
pub(super) fn figures(claim: &Claim, published: &Published) -> Vec<Figure> {
    let statement = claim.statement;
    let rules = || {
        let rules = published.rules.iter();
        rules.filter_map(|(row, rule)| Some((statement.rows.get(*row)?, rule)))
    };
    let is_wrong = |(row, rule): &(&Row, &Rule)| !rule.accepts(row.program.value().value);
    let figure_of = |printed: String, right: String, wrong: Option<(&Row, &Rule)>| {
        let found = wrong.map(|(row, rule)| {
            let value = row.program.value().value;
            let said = said(rule).filter(|_| value.is_finite());
            (said.map(|said| (said, value)), Class::of(rule, value))
        });
        let (values, class) = found.unwrap_or((None, Class::Wrong));
        Figure {
            printed,
            right,
            values,
            class,
        }
    };
    if published.shape == Shape::List {
        return rules()
            .filter(is_wrong)
            .map(|(row, rule)| {
                let right = Printed::row(row).table;
                figure_of(figure(row, rule).table, right, Some((row, rule)))
            })
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
    [figure_of(printed, right, rules().find(is_wrong))].into()
}

/// The number that a rule states, in base units.
fn said(rule: &Rule) -> Option<f64> {
    match rule {
        Rule::Prints { text, unit, .. } => Some(digits::parse(text)? * unit.value),
        Rule::Compares { bound, .. } => Some(bound.value().value),
        Rule::Is { .. } => None,
    }
}

/// A figure, or a bound with its sign, as it is printed.
fn figure(row: &Row, rule: &Rule) -> Printed {
    let printed = Printed::rule(rule, row);
    match rule.comparison() {
        Some(comparison) => printed.bounded(comparison),
        None => printed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::napkin::NAPKINS;

    crate::check! {
        /// {}
        #[published(32 days, "cut off")]
        #[published(34 days)]
        #[published(3 days)]
        #[published(< 20 days)]
        month: 781 h ~= 32.54 days;

        /// {}
        #[published(33 days)]
        other: 775 h ~= 32.29 days;
    }

    #[test]
    fn a_figure_is_classed_by_how_it_differs() {
        let napkin = NAPKINS.iter().find(|it| it.module == module_path!());
        let statements = napkin.unwrap().statements();
        let classes = |index: usize| -> Vec<Class> {
            let value = statements[index].rows[0].program.value().value;
            let published = &statements[index].claim.as_ref().unwrap().published;
            let rules = published.iter().map(|it| &it.rules[0].1);
            rules.map(|rule| Class::of(rule, value)).collect()
        };
        let wrong = Class::Wrong;
        assert_eq!(classes(0), [Class::CutOff, wrong, wrong, wrong]);
        assert_eq!(classes(1), [Class::RoundedUp]);
    }
}
