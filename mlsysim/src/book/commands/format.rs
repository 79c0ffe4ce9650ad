//! `--format`: how a list of places reads.

use std::format;
use std::string::{String, ToString};

use clap_builder::{Arg, ArgMatches};

use super::super::page::Problem;
use super::super::paint;

pub(super) fn argument() -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(["text", "github"])
        .default_value("text")
        .conflicts_with("json")
        .help("`github` prints annotations for a workflow")
}

pub(super) fn is_github(given: &ArgMatches) -> bool {
    given.get_one::<String>("format").map(String::as_str) == Some("github")
}

/// A place with what is to be said of it.
pub(super) fn line(problem: &Problem, is_github: bool) -> String {
    match is_github {
        true => annotation(problem),
        false => text(problem),
    }
}

fn text(problem: &Problem) -> String {
    let place = format!(
        "{}:{}:{}",
        problem.file.display(),
        problem.line,
        problem.column
    );
    format!("{}: {}\n", paint::place(&place), problem.message)
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
