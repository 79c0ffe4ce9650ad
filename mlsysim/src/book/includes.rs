//! The text of the generated `.qmd` files.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::{Chapter, Claim};
use super::errata;
use super::error::Error;
use super::output::Plan;
use super::printed::Printed;
use super::table::{Side, Table};
use super::text::{one_line, sentence};
use mlsysim_language::operation::Comparison;

use crate::claims::formula::Formula;
use crate::claims::napkin::Rule;
use crate::units::dynamic::Dynamic;
use crate::viz::derivation::Derivation;
use crate::viz::equation;
use crate::viz::markdown::quantity;
use crate::viz::name::readable;
use crate::viz::number::in_unit;

/// Everything under `_generated`.
pub(super) fn add_all(plan: &mut Plan, chapters: &[Chapter]) -> Result<(), Error> {
    for chapter in chapters {
        let folder = chapter.path.join("/");
        for claim in chapter.claims() {
            let name = format!("{folder}/{}.qmd", claim.statement.name);
            plan.add_include(&name, derivation_text(&claim), &claim.path())?;
        }
        let owner = format!("the table of `{}`", chapter.path.join("::"));
        plan.add_include(
            &format!("{folder}/_claims.qmd"),
            claims(chapter, unmarked)?,
            &owner,
        )?;
    }
    for formula in formulas(chapters) {
        plan.add_include(
            &formula_file(formula),
            formula_text(formula),
            &formula.path(),
        )?;
    }
    plan.add_include(
        "errata.qmd",
        errata::text(chapters, unmarked)?,
        "the errata",
    )
}

/// A figure of a claim as a generated page writes it.
pub(super) type Mark = fn(&Claim, String) -> String;

/// Pages that Quarto renders show the figure alone.
fn unmarked(_: &Claim, figure: String) -> String {
    figure
}

fn derivation_text(claim: &Claim) -> String {
    let derivation = Derivation::new(&claim.working.statements, claim.index);
    let latex = derivation.map(|derivation| derivation.latex());
    format!("$$\n{}\n$$\n", latex.unwrap_or_default())
}

/// The formulas that claims call, in the order of their names.
pub(super) fn formulas(chapters: &[Chapter]) -> Vec<&'static Formula> {
    let statements = chapters.iter().flat_map(Chapter::statements);
    let programs = statements.flat_map(|statement| statement.programs());
    let nodes = programs.flat_map(|program| program.steps.iter().map(|(node, _)| node));
    let mut formulas: Vec<&'static Formula> = nodes.filter_map(equation::called).collect();
    formulas.sort_by_key(|formula| (formula.name, formula.module));
    formulas.dedup_by_key(|formula| (formula.name, formula.module));
    formulas
}

/// Where the equation of a formula stands, below the folder of what is generated.
pub(super) fn formula_file(formula: &Formula) -> String {
    format!("formulas/{}.qmd", formula.name)
}

/// How pages refer to the equation.
pub(super) fn formula_label(formula: &Formula) -> String {
    format!("eq-{}", formula.name.replace('_', "-"))
}

/// The equation of a formula, what its symbols are, and its source.
pub(super) fn formula_text(formula: &Formula) -> String {
    let label = formula_label(formula);
    let (result, symbols) = equation::symbols_latex(formula);
    let mut text = format!(
        "$$\n{}\n$$ {{#{label}}}\n\nwhere\n\n- ${}$ is the result: {}\n",
        equation::latex(formula),
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

/// The table of a chapter's claims.
pub(super) fn claims(chapter: &Chapter, mark: Mark) -> Result<String, Error> {
    let mut table = Table::new([
        ("Claim", Side::Left),
        ("Computed", Side::Right),
        ("Stated", Side::Right),
        ("Verdict", Side::Left),
    ]);
    for claim in chapter.claims() {
        table.add([
            sentence(&claim)?,
            Printed::computed(claim.statement).table,
            mark(&claim, Printed::statement(claim.statement).table),
            verdict(&claim),
        ]);
    }
    Ok(table.text())
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
                let half = in_unit(half, one);
                // The unit stands beside it; a percent sign belongs to its number.
                let margin = match quantity(&half, unit_text) {
                    apart if apart.contains('\u{a0}') => quantity(&half, ""),
                    joined => joined,
                };
                format!("holds to ±{margin}")
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
        Some(why) => format!("{margin}; loose: {}", one_line(why)),
        None => margin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_named_in_words() {
        assert_eq!(words("OperationRate"), "operation rate");
    }
}
