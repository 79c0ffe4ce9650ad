//! `lint [FILES]`: the numbers of the pages that no claim stands behind.

use std::format;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::string::{String, ToString};
use std::vec::Vec;

use clap_builder::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::super::edition::{Book, shown};
use super::super::error::{Error, counted};
use super::super::page::{Bindings, Problem};
use super::super::say::say;
use super::json_flag;

pub(in super::super) fn arguments() -> Command {
    let files = Arg::new("files")
        .value_name("FILES")
        .num_args(0..)
        .value_parser(value_parser!(PathBuf))
        .help("Pages in Markdown; all pages of the book if none is given");
    let format = Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(["text", "github"])
        .default_value("text")
        .conflicts_with("json")
        .help("`github` prints annotations for a workflow");
    Command::new("lint")
        .about("Find the numbers of the pages that no claim stands behind")
        .arg(files)
        .arg(format)
        .arg(json_flag())
        .after_help(
            "Example: cargo run -p chapters -- lint\n\
             exits with 1 where a number is bound to nothing. A number is bound by\n\
             `{{< var chapter.name >}}` or by `[5 h]{.claim id=chapter.name}`, which must agree;\n\
             years, references, names and the like need nothing, nor does `[5 h]{.exempt}`.",
        )
}

pub(in super::super) fn run(book: &Book, given: &ArgMatches) -> Result<ExitCode, Error> {
    let files = given.get_many::<PathBuf>("files");
    let files: Vec<PathBuf> = files.into_iter().flatten().cloned().collect();
    let pages = book
        .edition(&book.folder())?
        .bindings(&book.folder(), &files)?;
    let pages: Vec<(PathBuf, Bindings)> = pages
        .into_iter()
        .map(|(file, bindings)| (shown(&file), bindings))
        .collect();
    let is_github = given.get_one::<String>("format").map(String::as_str) == Some("github");
    say(&match given.get_flag("json") {
        true => format!("{:#}\n", as_json(&pages)),
        false => as_text(&pages, is_github),
    });
    let is_clean = pages
        .iter()
        .all(|(_, it)| it.unbound.is_empty() && it.problems.is_empty());
    Ok(match is_clean {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// What is wrong on a page, in the order of its lines.
fn problems(file: &Path, bindings: &Bindings) -> Vec<Problem> {
    let unbound = bindings.unbound.iter().map(|unbound| Problem {
        file: file.to_path_buf(),
        line: unbound.line,
        column: unbound.column,
        message: message(&unbound.text, &unbound.same),
    });
    let marks = bindings.problems.iter().cloned().map(|problem| Problem {
        file: file.to_path_buf(),
        ..problem
    });
    let mut problems: Vec<Problem> = unbound.chain(marks).collect();
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems
}

fn message(text: &str, same: &[String]) -> String {
    let text = text.replace('\n', " ");
    let way_out = match same {
        [] => "state it in a claim, or mark it `[…]{.exempt}`".to_string(),
        [one] => format!("write `{{{{< var {one} >}}}}`"),
        [one, others @ ..] => format!(
            "write `{{{{< var {one} >}}}}`, or one of {} more that print the same",
            others.len()
        ),
    };
    format!("`{text}` is bound to no claim: {way_out}")
}

fn as_text(pages: &[(PathBuf, Bindings)], is_github: bool) -> String {
    let mut text = String::new();
    for (file, bindings) in pages {
        for problem in problems(file, bindings) {
            text.push_str(&match is_github {
                true => annotation(&problem),
                false => format!("{problem}\n"),
            });
        }
    }
    let sum = |count: &dyn Fn(&Bindings) -> usize| -> usize {
        pages.iter().map(|(_, bindings)| count(bindings)).sum()
    };
    if !text.is_empty() {
        text.push('\n');
    }
    for (file, bindings) in pages {
        text.push_str(&format!(
            "{}: {}\n",
            file.display(),
            coverage(bindings.bound, bindings.unbound.len(), bindings.exempt,)
        ));
    }
    if pages.len() > 1 {
        let all = coverage(
            sum(&|it| it.bound),
            sum(&|it| it.unbound.len()),
            sum(&|it| it.exempt),
        );
        text.push_str(&format!("all pages: {all}\n"));
    }
    text
}

fn coverage(bound: usize, unbound: usize, exempt: usize) -> String {
    let all = bound + unbound;
    let share = match all {
        0 => String::new(),
        _ => format!(", {}%", bound * 100 / all),
    };
    let numbers = counted(all, "quantity", "quantities");
    format!("{bound} of {numbers} bound{share}; {exempt} exempt")
}

/// What GitHub shows beside the line:
/// <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>.
fn annotation(problem: &Problem) -> String {
    let message = problem.message.replace('%', "%25").replace('\n', "%0A");
    let file = problem.file.display().to_string();
    let file = file
        .replace('%', "%25")
        .replace(',', "%2C")
        .replace(':', "%3A");
    let (line, column) = (problem.line, problem.column);
    format!("::error file={file},line={line},col={column}::{message}\n")
}

fn as_json(pages: &[(PathBuf, Bindings)]) -> serde_json::Value {
    let pages = pages.iter().map(|(file, bindings)| {
        let unbound = bindings.unbound.iter().map(
            |it| json!({ "line": it.line, "column": it.column, "text": it.text, "same": it.same }),
        );
        let wrong = bindings
            .problems
            .iter()
            .map(|it| json!({ "line": it.line, "column": it.column, "message": it.message }));
        json!({
            "file": file.display().to_string(),
            "bound": bindings.bound,
            "exempt": bindings.exempt,
            "unbound": unbound.collect::<Vec<_>>(),
            "wrong": wrong.collect::<Vec<_>>(),
        })
    });
    json!({ "pages": pages.collect::<Vec<_>>() })
}
