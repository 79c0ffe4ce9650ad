//! The text of the generated `.qmd` files.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::{Chapter, Claim};
use super::error::Error;
use super::output::Plan;
use super::text::{Printed, enumeration, markdown, sentence};
use crate::claims::formula::Formula;
use crate::claims::napkin::{Row, Rule, Statement};
use crate::units::dynamic::Dynamic;
use crate::viz::derivation::{self, Derivation, called_formula, equation};
use crate::viz::name::readable;
use crate::viz::number::{in_prose, in_unit};
use mlsysim_language::operation::Comparison;

/// Everything under `_generated`.
pub(super) fn add_all(plan: &mut Plan, chapters: &[Chapter]) -> Result<(), Error> {
    for chapter in chapters {
        let folder = chapter.path.join("/");
        for claim in chapter.claims() {
            let name = format!("{folder}/{}.qmd", claim.statement.name);
            plan.add_include(&name, derivation_text(&claim), &claim.path())?;
        }
        let owner = format!("the table of `{}`", chapter.path.join("::"));
        plan.add_include(&format!("{folder}/_claims.qmd"), claims(chapter)?, &owner)?;
    }
    for formula in formulas(chapters) {
        let name = format!("formulas/{}.qmd", formula.name);
        plan.add_include(&name, formula_text(formula), &formula.path())?;
    }
    plan.add_include("errata.qmd", errata(chapters)?, "the errata")
}

fn derivation_text(claim: &Claim) -> String {
    let derivation = Derivation::new(&claim.working.statements, claim.index);
    let latex = derivation.map(|derivation| derivation.latex());
    format!("$$\n{}\n$$\n", latex.unwrap_or_default())
}

/// The formulas that claims call, in the order of their names.
pub(super) fn formulas(chapters: &[Chapter]) -> Vec<&'static Formula> {
    let statements = chapters
        .iter()
        .flat_map(|chapter| &chapter.napkins)
        .flat_map(|working| &working.statements);
    let programs = statements.flat_map(|statement| statement.rows.iter().map(|row| &row.program));
    let nodes = programs.flat_map(|program| program.steps.iter().map(|(node, _)| node));
    let mut formulas: Vec<&'static Formula> = nodes.filter_map(called_formula).collect();
    formulas.sort_by_key(|formula| (formula.name, formula.module));
    formulas.dedup_by_key(|formula| (formula.name, formula.module));
    formulas
}

fn formula_text(formula: &Formula) -> String {
    let label = formula.name.replace('_', "-");
    let (result, symbols) = derivation::symbols(formula);
    let mut text = format!(
        "$$\n{}\n$$ {{#eq-{label}}}\n\nwhere\n\n- ${}$ is the result: {}\n",
        equation(formula),
        result,
        one_line(formula.summary())
    );
    for (argument, symbol) in formula.arguments.iter().zip(symbols) {
        let domain = argument.domain.replace("<=", r"\le").replace(">=", r"\ge");
        let domain = if domain.is_empty() {
            domain
        } else {
            format!(", ${}$", domain.replace(", ", r",\ "))
        };
        text.push_str(&format!(
            "- ${symbol}$ is {} ({}){domain}\n",
            readable(argument.name),
            words(argument.quantity),
        ));
    }
    if let Some(source) = formula.source() {
        text.push_str(&format!("\nSource: {}\n", one_line(source)));
    }
    text
}

/// `OperationRate` in words: "operation rate".
fn words(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

fn claims(chapter: &Chapter) -> Result<String, Error> {
    let mut table = String::from("| Claim | Computed | Stated | Verdict |\n|---|--:|--:|---|\n");
    for claim in chapter.claims() {
        let stated = Printed::statement(claim.statement).text;
        table.push_str(&row(&[
            cell(&sentence(&claim)?),
            markdown(&computed(claim.statement)),
            markdown(&format!("{}{stated}", relation(claim.statement))),
            markdown(&verdict(&claim)),
        ]));
    }
    Ok(table)
}

fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Markdown as it may stand in a table; what is escaped already stays so.
fn cell(text: &str) -> String {
    let mut cell = String::new();
    let mut escaped = false;
    for c in text.chars() {
        if c == '|' && !escaped {
            cell.push('\\');
        }
        escaped = c == '\\' && !escaped;
        cell.push(c);
    }
    cell
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn relation(statement: &Statement) -> String {
    let rules = statement.rows.first().map(|row| &*row.rules);
    match rules {
        Some(
            [
                Rule::Compares {
                    comparison: Comparison::Ordered(order),
                    ..
                },
            ],
        ) => {
            format!(
                "{} ",
                crate::viz::expression::relation_sign(order.sign(), false)
            )
        }
        _ => String::new(),
    }
}

/// The computed value of each row, in the unit that it is stated in.
fn computed(statement: &Statement) -> String {
    let rows: Vec<String> = statement.rows.iter().map(computed_row).collect();
    enumeration(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

fn computed_row(row: &Row) -> String {
    if let Some(Rule::Is { computed, .. }) = row.rules.first() {
        return computed.to_string();
    }
    let (number, unit) = derivation::computed(row);
    in_prose(&number, &unit)
}

/// What the claim was held to.
fn verdict(claim: &Claim) -> String {
    let statement = claim.statement;
    let rules = statement.rows.iter().filter_map(|row| row.rules.first());
    let mut margins: Vec<String> = rules
        .map(|rule| match rule {
            Rule::Prints {
                low,
                high,
                unit_text,
                unit,
                ..
            } => {
                let half = Dynamic {
                    value: (high - low) / 2.0,
                    dimension: 0,
                };
                let one = Dynamic {
                    value: 1.0,
                    ..*unit
                };
                format!("holds to ±{}", in_prose(&in_unit(half, one), unit_text))
            }
            Rule::Compares {
                comparison: Comparison::Equal,
                ..
            } => "holds exactly".to_string(),
            _ => "holds".to_string(),
        })
        .collect();
    margins.dedup();
    let margin = match &*margins {
        [one] => one.clone(),
        _ => "holds as printed".to_string(),
    };
    match claim.record.loose {
        Some(why) => format!("{margin}; loose: {why}"),
        None => margin,
    }
}

/// How many figures of the printed edition are wrong.
pub(super) fn published_errors(chapters: &[Chapter]) -> usize {
    let claims = chapters.iter().flat_map(Chapter::claims);
    claims
        .filter(|claim| !claim.record.published.is_empty())
        .count()
}

fn errata(chapters: &[Chapter]) -> Result<String, Error> {
    let mut table = String::new();
    for chapter in chapters {
        for claim in chapter.claims() {
            for published in &claim.record.published {
                let right = Printed::statement(claim.statement).text;
                table.push_str(&row(&[
                    chapter.title(),
                    cell(&sentence(&claim)?),
                    markdown(&published.text().replace("<=", "≤").replace(">=", "≥")),
                    markdown(&format!("{}{right}", relation(claim.statement))),
                    cell(&one_line(published.note)),
                ]));
            }
        }
    }
    if table.is_empty() {
        return Ok("No figure of the printed edition is known to be wrong.\n".to_string());
    }
    let head = "| Chapter | Sentence | Published | Right | Note |\n|---|---|--:|--:|---|\n";
    Ok(head.to_string() + &table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_does_not_end_its_cell() {
        assert_eq!(cell(r"a | b \| c"), r"a \| b \| c");
    }

    #[test]
    fn quantities_are_named_in_words() {
        assert_eq!(words("OperationRate"), "operation rate");
    }
}
