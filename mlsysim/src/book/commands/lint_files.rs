//! `lint FILES` without a book: what is wrong on pages that no claim stands behind.

use std::format;
use std::path::PathBuf;
use std::process::ExitCode;
use std::string::String;
use std::vec::Vec;

use clap_builder::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::super::error::{Error, counted};
use super::super::page::{Findings, without_claims};
use super::super::say::say;
use super::lint::{is_clean, report};
use super::{format as form, json_flag};

pub(in super::super) fn arguments() -> Command {
    let files = Arg::new("files")
        .value_name("FILES")
        .required(true)
        .num_args(1..)
        .value_parser(value_parser!(PathBuf))
        .help("Pages in Markdown, or folders of them");
    let rounded = Arg::new("rounded")
        .long("rounded")
        .action(ArgAction::SetTrue)
        .help("Tell also where only rounded operands give another result than printed");
    Command::new("lint")
        .about("Find displayed arithmetic that does not compute, without the claims of a book")
        .arg(files)
        .arg(rounded)
        .arg(form::argument())
        .arg(json_flag())
        .after_help(
            "Example: {run} lint chapter.md\n\
             exits with 1 where the operands of a displayed equality do not give its result as\n\
             printed. In a book with claims, its own `lint` also finds the numbers that no claim\n\
             stands behind.",
        )
}

pub(in super::super) fn run(given: &ArgMatches) -> Result<ExitCode, Error> {
    let files = given.get_many::<PathBuf>("files");
    let files: Vec<PathBuf> = files.into_iter().flatten().cloned().collect();
    let findings = Findings {
        pages: without_claims(&files)?,
        problems: Vec::new(),
        left: None,
    };
    say(&match given.get_flag("json") {
        true => format!("{:#}\n", report::json(&findings)),
        false => text(&findings, form::is_github(given), given.get_flag("rounded")),
    });
    Ok(match is_clean(&findings) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

fn text(findings: &Findings, is_github: bool, with_rounded: bool) -> String {
    let pages = findings.pages.iter();
    let problems = pages.flat_map(|page| report::problems(page, with_rounded));
    let mut text: String = problems
        .map(|problem| form::line(&problem, is_github))
        .collect();
    let all = findings.pages.iter().flat_map(|page| &page.equalities);
    let faults = all.clone().filter(|it| it.verdict.is_fault()).count();
    let pages = counted(findings.pages.len(), "page", "pages");
    let equalities = counted(all.count(), "displayed equality", "displayed equalities");
    text.push_str(&format!(
        "{pages}: {equalities} computed again, {faults} wrong\n"
    ));
    text
}
