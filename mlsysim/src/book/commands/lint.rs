//! `lint [--fix] [FILES]`: the numbers of the pages that no claim stands behind, and displayed
//! arithmetic that does not compute.

pub(super) mod report;

use std::format;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::string::ToString;
use std::vec::Vec;

use clap_builder::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::super::edition::{Book, shown};
use super::super::error::{Error, counted};
use super::super::output::{Replacement, replace};
use super::super::page::{Findings, Fix, Lint};
use super::super::say::say;
use super::{format, json_flag};

pub(in super::super) fn arguments() -> Command {
    let files = Arg::new("files")
        .value_name("FILES")
        .num_args(0..)
        .value_parser(value_parser!(PathBuf))
        .help("Pages in Markdown; all pages of the book if none is given");
    let fix = Arg::new("fix")
        .long("fix")
        .action(ArgAction::SetTrue)
        .help("Bind each number that exactly one variable prints, then look again");
    let baseline = Arg::new("write-baseline")
        .long("write-baseline")
        .action(ArgAction::SetTrue)
        .conflicts_with_all(["files", "fix"])
        .help(
            "List what is unbound in book/_lint_baseline.txt, to be excused; or shorten the list",
        );
    let rounded = Arg::new("rounded")
        .long("rounded")
        .action(ArgAction::SetTrue)
        .help("Note too where only operands before they were rounded give the printed result");
    Command::new("lint")
        .about("Find numbers that no claim stands behind, and arithmetic that does not compute")
        .arg(files)
        .arg(fix)
        .arg(baseline)
        .arg(rounded)
        .arg(format::argument())
        .arg(json_flag())
        .after_help(
            "Example: {run} lint\n\
             exits with 1 where a number is bound to nothing, or where the operands of a displayed\n\
             equality do not give its result as printed. A number is bound by\n\
             `{{< var chapter.name >}}` or by `[5 h]{.claim id=chapter.name}`, which must agree;\n\
             years, references, names and the like need nothing, nor does `[5 h]{.exempt}`, nor\n\
             what matches a line of book/_lint_patterns.txt, below a line `# why`. A comment\n\
             `<!-- exempt: why -->` excuses its line, or the block below it; one\n\
             `<!-- column: total = price * count -->` above a table says how to compute a column.",
        )
}

pub(in super::super) fn run(book: &Book, given: &ArgMatches) -> Result<ExitCode, Error> {
    let files = given.get_many::<PathBuf>("files");
    let files: Vec<PathBuf> = files.into_iter().flatten().cloned().collect();
    let folder = book.folder();
    let edition = book.edition(&folder)?;
    let mut lint = edition.lint(&folder)?;
    if given.get_flag("write-baseline") {
        return write_baseline(&lint, &folder);
    }
    let is_json = given.get_flag("json");
    if given.get_flag("fix") {
        let fixes = lint.fixes(&files)?;
        if !fixes.is_empty() {
            fix(&folder, fixes, is_json)?;
            lint = edition.lint(&folder)?;
        }
    }
    let mut findings = lint.findings(&files)?;
    for linted in &mut findings.pages {
        linted.file = shown(&linted.file);
        for problem in &mut linted.bindings.problems {
            problem.file.clone_from(&linted.file);
        }
    }
    for problem in &mut findings.problems {
        problem.file = shown(&problem.file);
    }
    let is_github = format::is_github(given);
    say(&match is_json {
        true => format!("{:#}\n", report::json(&findings)),
        false => report::text(&findings, is_github, given.get_flag("rounded")),
    });
    Ok(match is_clean(&findings) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// Whether nothing is to be told.
pub(super) fn is_clean(findings: &Findings) -> bool {
    let mut pages = findings.pages.iter();
    findings.problems.is_empty()
        && pages.all(|page| {
            let computes = !page.equalities.iter().any(|it| it.verdict.is_fault());
            computes && page.bindings.unbound.is_empty() && page.bindings.problems.is_empty()
        })
}

/// Writes the pages and says what was done to them.
fn fix(folder: &Path, fixes: Vec<(Replacement, Vec<Fix>)>, is_json: bool) -> Result<(), Error> {
    let (replacements, fixes): (Vec<Replacement>, Vec<Vec<Fix>>) = fixes.into_iter().unzip();
    let changed = replace(folder, &replacements)?;
    for (replacement, fixes) in replacements.iter().zip(fixes) {
        if is_json || changed.contains(&replacement.file) {
            continue;
        }
        let file = shown(&replacement.file);
        for fix in fixes {
            let Fix {
                line,
                column,
                text,
                variable,
                ..
            } = fix;
            let text = text.replace('\n', " ");
            say(&format!(
                "{}:{line}:{column}: `{text}` is now `{{{{< var {variable} >}}}}`\n",
                file.display()
            ));
        }
    }
    match changed.is_empty() {
        true => Ok(()),
        false => Err(Error::Meanwhile(
            changed.iter().map(|file| shown(file)).collect(),
        )),
    }
}

fn write_baseline(lint: &Lint, folder: &Path) -> Result<ExitCode, Error> {
    let (replacement, count) = lint.baseline()?;
    let file = shown(&replacement.file).display().to_string();
    let is_same = replacement.before == replacement.after;
    if !is_same && !replace(folder, std::slice::from_ref(&replacement))?.is_empty() {
        return Err(Error::Meanwhile(Vec::from([shown(&replacement.file)])));
    }
    let numbers = counted(count, "number", "numbers");
    say(&match (is_same, &replacement.after) {
        (true, None) => "nothing is unbound, so there is no baseline\n".into(),
        (true, Some(_)) => format!("{file} stays as it is, with {numbers}\n"),
        (false, None) => format!("{file} is removed: none of its numbers is left\n"),
        (false, Some(_)) => format!("{file} lists {numbers} that may stay unbound\n"),
    });
    Ok(ExitCode::SUCCESS)
}
