//! `impact NAME`: what depends on a constant, a formula, a `let`, a claim or a source.

use std::format;
use std::path::Path;
use std::process::ExitCode;
use std::string::{String, ToString};
use std::vec::Vec;

use clap_builder::{Arg, ArgMatches, Command};
use mlsysim_language::units::own::OwnUnits;
use serde_json::json;

use super::super::change::{Change, Constants, Target, Targets, Value, follow, reads};
use super::super::chapter::{Chapter, chapters};
use super::super::columns::columns;
use super::super::edition::shown;
use super::super::error::{Error, counted};
use super::super::find::{NotOne, listed, one_of};
use super::super::includes::formulas;
use super::super::nearest::suggestion;
use super::super::registry::Registry;
use super::super::say::say;
use super::json_flag;
use crate::claims::formula::Formula;
use crate::units::own::own_units;

pub(in super::super) fn arguments() -> Command {
    let name = Arg::new("name")
        .value_name("NAME")
        .required(true)
        .help("A constant or a figure of it, a formula, a `let`, a claim, or words of a source");
    Command::new("impact")
        .about("List the claims, formulas and constants that depend on something")
        .arg(name)
        .arg(json_flag())
        .after_help(
            "Example: {run} impact GPU.mttf\n\
             lists them with their places; `impact GPU` takes all figures of the constant, and\n\
             `impact 'H100 datasheet'` all that is published there.",
        )
}

pub(in super::super) fn run(given: &ArgMatches) -> Result<ExitCode, Error> {
    let name = given
        .get_one::<String>("name")
        .map_or("", String::as_str)
        .trim();
    let chapters = chapters()?;
    let registry = Registry::read()?;
    let formulas = all_formulas(&chapters);
    let (change, what) = find(name, &chapters, &registry, &formulas)?;
    let own: OwnUnits = own_units().into_iter().collect();
    let constants = Constants::follow(&registry, &change, &own);
    let claims: Vec<[String; 2]> = follow(&chapters, &change, &constants)
        .iter()
        .filter(|it| it.statement.claim.is_some())
        .filter(|it| {
            let (chapter, block, index) = it.key;
            let mut own = change.rows.keys();
            own.all(|key| (key.0, key.1, key.2) != (chapter, block, index))
        })
        .map(|it| {
            let path = it.statement.path(it.working.napkin);
            [path, place(it.working.napkin.file, it.statement.line)]
        })
        .collect();
    let figures: Vec<[String; 2]> = constants
        .followed(&change)
        .map(|(figure, _)| {
            let constant = figure.constant;
            [
                figure.figure.path.to_string(),
                place(constant.file, constant.line as usize),
            ]
        })
        .collect();
    let formulas: Vec<String> = formulas
        .iter()
        .filter(|formula| !change.formulas.contains(&formula.path()))
        .filter(|formula| reads(formula, &change, &constants).is_some())
        .map(|formula| formula.path())
        .collect();
    if given.get_flag("json") {
        let placed = |rows: &[[String; 2]], kind: &str| -> Vec<serde_json::Value> {
            let rows = rows.iter().map(|[name, place]| {
                let (file, line) = place.rsplit_once(':').unwrap_or((place, ""));
                let line = line.parse::<usize>().ok();
                json!({ kind: name, "file": file, "line": line })
            });
            rows.collect()
        };
        let answer = json!({
            "name": name,
            "what": what,
            "claims": placed(&claims, "claim"),
            "constants": placed(&figures, "constant"),
            "formulas": formulas,
        });
        say(&format!("{answer:#}\n"));
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = format!("{what} `{name}`\n");
    for (rows, one, more) in [
        (&claims, "claim depends on it", "claims depend on it"),
        (&figures, "constant depends on it", "constants depend on it"),
    ] {
        if !rows.is_empty() {
            let count = counted(rows.len(), one, more);
            text.push_str(&format!("\n{count}\n{}", columns(2, rows)));
        }
    }
    if !formulas.is_empty() {
        let count = counted(formulas.len(), "formula depends", "formulas depend");
        text.push_str(&format!("\n{count} on it\n  {}\n", formulas.join("\n  ")));
    }
    if claims.is_empty() && figures.is_empty() && formulas.is_empty() {
        text.push_str("\nNothing depends on it\n");
    }
    say(&text);
    Ok(ExitCode::SUCCESS)
}

fn place(file: &str, line: usize) -> String {
    format!("{}:{line}", shown(Path::new(file)).display())
}

/// The formulas that claims call, and those that these call.
fn all_formulas(chapters: &[Chapter]) -> Vec<&'static Formula> {
    let mut waiting = formulas(chapters);
    let mut all: Vec<&'static Formula> = Vec::new();
    while let Some(formula) = waiting.pop() {
        if all.iter().all(|known| known.path() != formula.path()) {
            all.push(formula);
            waiting.extend(formula.formulas);
        }
    }
    all.sort_by_key(|formula| formula.path());
    all
}

/// Everything that a name stands for, as lost, and what it is in words.
fn find(
    name: &str,
    chapters: &[Chapter],
    registry: &Registry,
    formulas: &[&'static Formula],
) -> Result<(Change, &'static str), Error> {
    let lost = || Value::Lost(format!("`{name}`"));
    let mut change = Change::default();
    let targets = Targets::of(chapters, registry);
    match targets.find(name) {
        Ok(Target::Figure(place)) => {
            change.figures.insert(place.key(), lost());
            return Ok((change, "The constant"));
        }
        Ok(Target::Written(written, _)) => {
            change.written.insert(written, lost());
            return Ok((change, "The constant"));
        }
        Ok(Target::Rows(rows)) => {
            change
                .rows
                .extend(rows.into_iter().map(|(key, _)| (key, lost())));
            return Ok((change, "The value"));
        }
        Err(wrong @ Error::Ambiguous { .. }) => return Err(wrong),
        Err(_) => {}
    }
    let paths: Vec<String> = formulas.iter().map(|formula| formula.path()).collect();
    match one_of(&paths, name.trim_end_matches("()")) {
        Ok(index) => {
            change.formulas.insert(paths[index].clone());
            return Ok((change, "The formula"));
        }
        Err(NotOne::Several(candidates)) => {
            return Err(Error::Ambiguous {
                name: name.to_string(),
                candidates: listed(candidates),
            });
        }
        Err(NotOne::None(_)) => {}
    }
    let records = registry.constants.iter();
    let records: Vec<String> = records
        .map(|it| format!("{}::{}", it.page(), it.name))
        .collect();
    match one_of(&records, name) {
        Ok(index) => {
            let record = &registry.constants[index];
            let keys = record
                .figures
                .iter()
                .map(|figure| (record.module, figure.path));
            change.figures.extend(keys.map(|key| (key, lost())));
            return Ok((change, "The constant"));
        }
        Err(NotOne::Several(candidates)) => {
            return Err(Error::Ambiguous {
                name: name.to_string(),
                candidates: listed(candidates),
            });
        }
        Err(NotOne::None(_)) => {}
    }
    published(name, registry, formulas, lost).ok_or_else(|| {
        let names = targets.names().iter().cloned();
        let all: Vec<String> = names.chain(records).chain(paths).collect();
        let near = match one_of(&all, name) {
            Err(NotOne::None(near)) => near,
            Ok(_) | Err(NotOne::Several(_)) => None,
        };
        Error::Unknown {
            what: "constant, formula, `let`, claim or source",
            name: name.to_string(),
            nearest: suggestion(near),
        }
    })
}

/// Fewer letters are in every source.
const SHORTEST: usize = 4;

/// All that is published where the words say, if they are words of a source.
fn published(
    words: &str,
    registry: &Registry,
    formulas: &[&'static Formula],
    lost: impl Fn() -> Value,
) -> Option<(Change, &'static str)> {
    let words = words.to_lowercase();
    let says = |text: &str| words.len() >= SHORTEST && text.to_lowercase().contains(&words);
    let mut change = Change::default();
    for place in registry.figures() {
        let source = place.constant.source.as_ref();
        if source.is_some_and(|it| says(it.reference) || it.url.is_some_and(says)) {
            change.figures.insert(place.key(), lost());
        }
    }
    let sourced = formulas
        .iter()
        .filter(|formula| formula.source().is_some_and(says));
    change
        .formulas
        .extend(sourced.map(|formula| formula.path()));
    let is_found = !change.figures.is_empty() || !change.formulas.is_empty();
    is_found.then_some((change, "The source"))
}
