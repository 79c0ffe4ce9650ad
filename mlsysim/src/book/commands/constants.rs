//! `constants [NAME]`: the registry, with values and sources.

use std::format;
use std::path::Path;
use std::process::ExitCode;
use std::string::{String, ToString};
use std::vec::Vec;

use clap_builder::{Arg, ArgMatches, Command};
use serde_json::{Value as Json, json};

use super::super::columns::columns;
use super::super::constant_json::{constant_json, place_json};
use super::super::edition::shown;
use super::super::error::{Error, counted};
use super::super::registry::{Place, Registry, source};
use super::super::say::say;
use super::super::search::{Found, find, summary};
use super::json_flag;
use crate::core::constants::{Constant, Figure, WordKind};
use crate::viz::number::{automatic, with_unit};

pub(in super::super) fn arguments() -> Command {
    let name = Arg::new("name")
        .value_name("NAME")
        .num_args(0..)
        .help("A constant, a figure of it, a page, or words of names and documentation");
    Command::new("constants")
        .about("List the constants, or search them, with values and sources")
        .arg(name)
        .arg(json_flag())
        .after_help(
            "Example: {run} constants H100\n\
             shows every figure of it and where it is published; `constants accelerators::cloud`\n\
             lists a page, and `constants bandwidth` every figure that is called so.",
        )
}

pub(in super::super) fn run(given: &ArgMatches) -> Result<ExitCode, Error> {
    let registry = Registry::read()?;
    let asked = given.get_many::<String>("name").unwrap_or_default();
    let asked: Vec<&str> = asked.map(String::as_str).collect();
    let asked = asked.join(" ");
    let found = match asked.trim() {
        "" => Found::Constants(registry.constants.iter().collect()),
        asked => find(&registry, asked)?,
    };
    say(&match (given.get_flag("json"), asked.trim()) {
        (true, _) => format!("{:#}\n", json(&found)),
        (false, "") => overview(&registry),
        (false, _) => text(&found),
    });
    Ok(ExitCode::SUCCESS)
}

fn text(found: &Found) -> String {
    match found {
        Found::Constants(constants) => {
            let all: Vec<String> = constants.iter().map(|it| detail(it, None)).collect();
            all.join("\n")
        }
        Found::Page(constants) => {
            let rows = constants.iter().map(|it| match &*it.figures {
                [only] => [it.name.to_string(), value(only), summary(it).to_string()],
                several => {
                    let count = counted(several.len(), "figure", "figures");
                    let title = it.title.unwrap_or(summary(it));
                    [it.name.to_string(), count, title.to_string()]
                }
            });
            let page = constants.first().map_or("", |it| it.page());
            format!("{page}\n{}", columns(2, &Vec::from_iter(rows)))
        }
        Found::Figures(figures) => match &**figures {
            [only] => detail(only.constant, Some(only.figure)),
            several => {
                let count = counted(several.len(), "figure", "figures");
                let pages = several.chunk_by(|a, b| a.constant.page() == b.constant.page());
                let pages: Vec<String> = pages.map(listed).collect();
                format!("{count}\n\n{}", pages.join("\n"))
            }
        },
    }
}

/// Figures of one page.
fn listed(figures: &[Place]) -> String {
    let rows = figures.iter().map(|it| {
        let name = it.figure.path.to_string();
        [name, value(it.figure), reference(it.constant)]
    });
    let page = figures.first().map_or("", |it| it.constant.page());
    format!("{page}\n{}", columns(2, &Vec::from_iter(rows)))
}

fn json(found: &Found) -> Json {
    match found {
        Found::Constants(constants) | Found::Page(constants) => {
            let all = constants.iter().map(|it| constant_json(it));
            json!({ "constants": all.collect::<Vec<_>>(), "figures": [] })
        }
        Found::Figures(figures) => {
            let all: Vec<Json> = figures.iter().map(place_json).collect();
            json!({ "constants": [], "figures": all })
        }
    }
}

/// Every page with the names on it.
fn overview(registry: &Registry) -> String {
    let mut pages: Vec<(&str, Vec<&str>)> = Vec::new();
    for constant in &registry.constants {
        match pages
            .last_mut()
            .filter(|(page, _)| *page == constant.page())
        {
            Some((_, names)) => names.push(constant.name),
            None => pages.push((constant.page(), [constant.name].into())),
        }
    }
    let rows = pages.into_iter().map(|(page, names)| {
        let (mut line, mut left) = (String::new(), names.len());
        for name in names {
            if !line.is_empty() && line.len() + name.len() > 60 {
                line.push_str(&format!("and {left} more"));
                break;
            }
            line.push_str(name);
            line.push(' ');
            left -= 1;
        }
        [page.to_string(), line.trim_end().to_string()]
    });
    columns(2, &Vec::from_iter(rows))
}

/// A constant in full, or one figure of it.
fn detail(constant: &Constant, only: Option<&Figure>) -> String {
    let name = format!("{}::{}", constant.page(), constant.name);
    let title = constant.title.map_or(String::new(), |it| format!("  {it}"));
    let file = shown(Path::new(constant.file));
    let mut text = format!("{name}{title}\n  {}:{}\n", file.display(), constant.line);
    let lines: Vec<&str> = summary(constant).lines().map(str::trim).collect();
    let lines = lines.join(" ");
    // A record is often described by its title alone.
    if constant
        .title
        .is_none_or(|title| lines.trim_end_matches('.') != title)
    {
        text.push_str(&format!("  {lines}\n"));
    }
    let is_shown = |path: &str| only.is_none_or(|only| only.path == path);
    let figures = constant.figures.iter().filter(|it| is_shown(it.path));
    let figures = figures.map(|it| [it.path.to_string(), value(it)]);
    let words = constant
        .words
        .iter()
        .filter(|word| word.kind != WordKind::Missing && only.is_none());
    let words = words.map(|it| [it.path.to_string(), it.text.to_string()]);
    let rows: Vec<[String; 2]> = figures.chain(words).collect();
    text.push_str(&columns(4, &rows));
    let words =
        source(constant).unwrap_or("no source of its own: a part of other constants".into());
    text + &format!("  Source: {words}\n")
}

/// As it is written, and what that is where it is no number.
fn value(figure: &Figure) -> String {
    let is_number = figure.unit.is_some() && figure.constants.is_empty();
    match figure.value {
        None => "not published".into(),
        Some(_) if is_number => figure.expression.to_string(),
        Some(value) => {
            let (number, unit) = automatic(value);
            let value = with_unit(&number, &unit);
            match figure.expression == value {
                true => value,
                false => format!("{} = {value}", figure.expression),
            }
        }
    }
}

/// As much of a reference as a line of a table has the room for.
const REFERENCE: usize = 60;

fn reference(constant: &Constant) -> String {
    let words = constant.source.map_or("", |source| source.reference);
    match words.char_indices().nth(REFERENCE) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_string(),
    }
}
