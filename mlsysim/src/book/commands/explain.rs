//! `explain CLAIM`: how its value comes about, and how far its inputs may move.

use std::format;
use std::path::Path;
use std::process::ExitCode;
use std::string::String;
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
use super::super::reasons::{self, Leeway};
use super::super::registry::Registry;
use super::super::say::say;
use super::super::text::sentence;
use super::super::variables::Variables;
use crate::viz::derivation::Derivation;

pub(in super::super) fn arguments() -> Command {
    let claim = Arg::new("claim")
        .value_name("CLAIM")
        .required(true)
        .help("A claim's path, or its last names where no other ends so");
    Command::new("explain")
        .about("Show how a claim's value comes about, and how far its inputs may move")
        .arg(claim)
        .after_help(
            "Example: {run} explain gpu_mttf_years\n\
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
    let rows = reasons::figures(claim).into_iter();
    let rows: Vec<[String; 2]> = rows
        .map(|(head, text)| [head.into(), plain(&text)])
        .collect();
    columns(2, &rows)
}

fn slack(claim: &Claim) -> String {
    let Some(rows) = reasons::leeway(claim) else {
        // Only with the feature `deferred` such a claim comes as far as here.
        return "  It does not hold, so no input has any slack\n".into();
    };
    if rows.is_empty() {
        return String::new();
    }
    let head = ["input".into(), "may fall".into(), "may rise".into()];
    let rows = rows
        .into_iter()
        .map(|Leeway { name, fall, rise }| [name, fall, rise]);
    let rows: Vec<[String; 3]> = [head].into_iter().chain(rows).collect();
    columns(2, &rows)
}

fn sources(claim: &Claim, registry: &Registry) -> String {
    let grounds = reasons::grounds(claim.working, claim.statement, registry);
    let rows: Vec<[String; 2]> = grounds
        .into_iter()
        .map(|ground| [ground.name.clone(), ground.words()])
        .collect();
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
