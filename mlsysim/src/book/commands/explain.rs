//! `explain CLAIM`: how its value comes about, and how far its inputs may move.

use std::collections::BTreeSet;
use std::format;
use std::path::Path;
use std::process::ExitCode;
use std::string::{String, ToString};
use std::vec::Vec;

use clap_builder::{Arg, ArgMatches, Command};

use super::super::chapter::{Chapter, Claim, chapters};
use super::super::columns::columns;
use super::super::edition::{Book, shown};
use super::super::error::Error;
use super::super::find;
use super::super::output::GENERATED;
use super::super::page::{Used, uses};
use super::super::plain::plain;
use super::super::printed::Printed;
use super::super::registry::{Registry, source};
use super::super::say::say;
use super::super::text::sentence;
use super::super::variables::Variables;
use crate::claims::formula::Formula;
use crate::claims::inputs::name;
use crate::claims::napkin::{Row, Rule};
use crate::claims::slack::{Slack, slacks};
use crate::claims::trace::{Program, Step};
use crate::viz::derivation::Derivation;
use crate::viz::digits::{ALL_DIGITS, significant};
use crate::viz::number::with_unit;
use crate::viz::stated;

pub(in super::super) fn arguments() -> Command {
    let claim = Arg::new("claim")
        .value_name("CLAIM")
        .required(true)
        .help("A claim's path, or its last names where no other ends so");
    Command::new("explain")
        .about("Show how a claim's value comes about, and how far its inputs may move")
        .arg(claim)
        .after_help(
            "Example: cargo run -p chapters -- explain gpu_mttf_years\n\
             shows its sentence and derivation, the stated figure and the values that print so,\n\
             by how much each input may fall and rise before the claim breaks, the sources of its\n\
             constants and formulas, and each place of the pages where it is printed.",
        )
}

pub(in super::super) fn run(book: &Book, given: &ArgMatches) -> Result<ExitCode, Error> {
    let asked = given.get_one::<String>("claim").map_or("", String::as_str);
    let chapters = chapters()?;
    let claim = find::claim(&chapters, asked)?;
    let registry = Registry::read()?;
    let parts = [
        head(&claim)?,
        derivation(&claim),
        figures(&claim),
        slack(&claim),
        sources(&claim, &registry),
        printed(&claim, &chapters, &book.folder())?,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    say(&parts.join("\n"));
    Ok(ExitCode::SUCCESS)
}

fn head(claim: &Claim) -> Result<String, Error> {
    let file = shown(Path::new(claim.working.napkin.file));
    let line = claim.statement.line;
    Ok(format!(
        "{}\n  {}:{line}\n\n{}\n",
        claim.path(),
        file.display(),
        plain(&sentence(claim)?)
    ))
}

/// *Symbolic = substituted = result*, each on a line.
fn derivation(claim: &Claim) -> String {
    let Some(derivation) = Derivation::new(&claim.working.statements, claim.index) else {
        return String::new();
    };
    let mut text = String::new();
    for row in derivation.plain_steps() {
        for (index, step) in row.iter().enumerate() {
            let indent = if index == 0 { 2 } else { 4 };
            text.push_str(&format!("{:indent$}{}\n", "", step.trim()));
        }
    }
    text
}

/// What is stated and what was computed, row by row.
fn figures(claim: &Claim) -> String {
    let rows = claim.statement.rows.iter().map(|row| {
        let stated: Vec<String> = row
            .rules
            .iter()
            .map(|rule| stated_text(rule, row))
            .collect();
        let computed = match row.rules.first() {
            Some(Rule::Is { computed, .. }) => (*computed).to_string(),
            _ => {
                let (number, unit) = stated::computed(row);
                with_unit(&number, &unit)
            }
        };
        [
            ["stated".into(), stated.join(", ")],
            ["computed".into(), computed],
        ]
    });
    let mut rows: Vec<[String; 2]> = rows.flatten().collect();
    if let Some(why) = claim.record.loose {
        rows.push(["loose".into(), why.to_string()]);
    }
    for published in &claim.record.published {
        let note = match published.note {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        rows.push(["published".into(), published.text() + &note]);
    }
    columns(2, &rows)
}

fn stated_text(rule: &Rule, row: &Row) -> String {
    let figure = plain(&Printed::rule(rule, row).text);
    match rule {
        Rule::Prints {
            low,
            high,
            unit_text,
            ..
        } => {
            let end = |number: f64| with_unit(&significant(number, END_DIGITS), unit_text);
            format!("{figure}, as {} to {} print", end(*low), end(*high))
        }
        Rule::Compares { comparison, .. } => format!("{} {figure}", comparison.sign()),
        Rule::Is { .. } => figure,
    }
}

/// All of a half unit, and none of what a sum of floats adds to it.
const END_DIGITS: u8 = ALL_DIGITS - 3;

fn slack(claim: &Claim) -> String {
    let mut rows = claim.statement.rows.iter();
    let holds = rows.all(|row| {
        let value = row.program.value().value;
        row.rules.iter().all(|rule| rule.accepts(value))
    });
    // Only with the feature `deferred` such a claim comes as far as here.
    if !holds {
        return "  It does not hold, so no input has any slack\n".into();
    }
    let slacks = slacks(&claim.working.statements, claim.index);
    let mut rows = Vec::new();
    for Slack { name, down, up } in slacks.known {
        let fall = match down {
            None => "any".into(),
            Some(factor) if is_exact(factor) => "exact".into(),
            Some(factor) => format!("-{}", percent(1.0 - factor)),
        };
        let rise = match up {
            None => "any".into(),
            Some(factor) if is_exact(factor) => "exact".into(),
            Some(factor @ ..2.0) => format!("+{}", percent(factor - 1.0)),
            Some(factor) => format!("×{}", significant(round(factor), 3)),
        };
        rows.push([name, fall, rise]);
    }
    for name in slacks.unknown {
        rows.push([name, "goes into plain Rust".into(), String::new()]);
    }
    if rows.is_empty() {
        return String::new();
    }
    rows.insert(0, ["input".into(), "may fall".into(), "may rise".into()]);
    columns(2, &rows)
}

/// Whether it is no more than what `==` leaves to floats.
fn is_exact(factor: f64) -> bool {
    (factor - 1.0).abs() < 1e-9
}

/// Three digits of a share, as many zeros as it takes before them.
fn percent(share: f64) -> String {
    format!("{}%", significant(round(100.0 * share), 3))
}

fn round(value: f64) -> f64 {
    crate::units::text::round_significant(value, 3)
}

/// The constants and formulas that a claim rests on, by way of other values of its napkin.
#[derive(Default)]
struct Grounds {
    constants: Vec<String>,
    formulas: Vec<&'static Formula>,
    seen: BTreeSet<(usize, usize)>,
}

impl Grounds {
    fn collect(&mut self, program: &Program, claim: &Claim) {
        for (step, _) in &program.steps {
            match step {
                Step::Local { statement, row, .. } => {
                    let statements = &claim.working.statements;
                    let named = statements.get(*statement).and_then(|it| it.rows.get(*row));
                    if self.seen.insert((*statement, *row))
                        && let Some(row) = named
                    {
                        self.collect(&row.program, claim);
                    }
                }
                Step::Call {
                    formula: Some(formula),
                    ..
                } => {
                    if self
                        .formulas
                        .iter()
                        .all(|known| known.path() != formula.path())
                    {
                        self.formulas.push(formula);
                    }
                }
                Step::Outer(_) | Step::Rust(_) | Step::Call { .. } => {
                    self.constants.push(name(step));
                }
                Step::Number { .. }
                | Step::Negate
                | Step::Binary(_)
                | Step::Builtin(..)
                | Step::If(_) => {}
            }
        }
    }
}

fn sources(claim: &Claim, registry: &Registry) -> String {
    let mut grounds = Grounds::default();
    for program in claim.statement.programs() {
        grounds.collect(program, claim);
    }
    let mut rows: Vec<[String; 2]> = Vec::new();
    for written in &grounds.constants {
        let meant = registry.meant(written, None);
        for place in meant.figures {
            let words = source(place.constant).unwrap_or("no source of its own".into());
            rows.push([place.figure.path.to_string(), words]);
        }
        for unknown in meant.unknown {
            rows.push([unknown, "stands in no `constants!`".into()]);
        }
    }
    for formula in grounds.formulas {
        let words = formula.source().unwrap_or("no source");
        rows.push([
            format!("{}()", formula.name),
            plain(&words.replace('\n', " ")),
        ]);
    }
    let mut seen = BTreeSet::new();
    rows.retain(|row| seen.insert(row.clone()));
    match rows.is_empty() {
        true => String::new(),
        false => format!("Sources\n{}", columns(2, &rows)),
    }
}

fn printed(claim: &Claim, chapters: &[Chapter], folder: &Path) -> Result<String, Error> {
    let names = Variables::of(chapters)?.of_claim(claim);
    let chapter = claim.working.napkin.chapter().replace("::", "/");
    let own = format!("{GENERATED}/{chapter}/{}.qmd", claim.statement.name);
    let table = format!("{GENERATED}/{chapter}/_claims.qmd");
    let mut lines = String::new();
    for place in uses(folder)? {
        let as_what = match &place.what {
            Used::Variable(name) if names.contains(name) => name.as_str(),
            Used::File(file) if *file == own => "its derivation",
            Used::File(file) if *file == table => "the chapter's table of claims",
            Used::Variable(_) | Used::File(_) => continue,
        };
        let file = shown(&place.file);
        let (line, column) = (place.line, place.column);
        lines.push_str(&format!(
            "  {}:{line}:{column}: {as_what}\n",
            file.display()
        ));
    }
    Ok(match lines.is_empty() {
        true => "Printed on no page\n".into(),
        false => format!("Printed\n{lines}"),
    })
}
