//! `preview`: the whole book as HTML, without Quarto.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::string::String;
use std::time::Instant;
use std::{eprintln, format};

use clap_builder::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::super::chapter::chapters;
use super::super::edition::{Book, shown};
use super::super::error::{Error, counted};
use super::super::output::PREVIEW;
use super::super::page::Problem;
use super::super::preview::{Cards, Claims, Site, State, Watch, number};
use super::super::registry::Registry;
use super::super::say::say;
use super::super::verdict;

pub(in super::super) fn arguments() -> Command {
    let output = Arg::new("output")
        .long("output")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help("Write the preview into DIR, not into the book's _preview");
    let watch = Arg::new("watch")
        .long("watch")
        .action(ArgAction::SetTrue)
        .help("Write it anew after each edit of a page or of the code; open pages follow");
    Command::new("preview")
        .about("Write the whole book as HTML: every number answers where it comes from")
        .arg(output)
        .arg(watch)
        .after_help(
            "Example: {run} preview\n\
             writes book/_preview, which needs neither Quarto nor a network: open its index.html,\n\
             and point at a number, tap it, or go to it with the Tab key. A mistake of a page is\n\
             shown at its place, and the exit code is 1 then; so it is where a claim is broken,\n\
             which a build with the feature `deferred` lets through.",
        )
}

pub(in super::super) fn run(book: &Book, given: &ArgMatches) -> Result<ExitCode, Error> {
    let start = Instant::now();
    let folder = book.folder();
    let output = given.get_one::<PathBuf>("output").cloned();
    let output = output.unwrap_or_else(|| folder.join(PREVIEW));
    let is_watched = given.get_flag("watch");
    // Before anything is read: an edit while it is would go unseen.
    let watch = is_watched.then(|| Watch::of(book, &folder, &output));
    let chapters = chapters()?;
    let broken = verdict::broken(&chapters);
    let edition = book.edition_of(chapters, &folder)?;
    let claims = Claims::of(&edition, Registry::read()?, &broken);
    let cards = Cards::of(&claims);
    let state = State {
        number: number(),
        is_watched,
        failure: None,
    };
    if !broken.is_empty() {
        let reports = broken.iter().map(|broken| broken.report.clone());
        eprintln!("{}\n", Error::Claims(reports.collect()));
    }
    let write = |state: &State, start: Instant| -> Result<bool, Error> {
        let site = Site::of(&cards, book.package, &folder, &output, state)?;
        site.plan.apply()?;
        report(&site, &output, start);
        Ok(site.problems.is_empty())
    };
    let is_right = write(&state, start)?;
    if let Some(watch) = watch {
        say(&format!(
            "watching the pages and {}; Ctrl-C ends it\n",
            counted(watch.files_of_code(), "file of code", "files of code")
        ));
        watch.run(state, &mut |state| write(state, Instant::now()).map(|_| ()))?;
    }
    Ok(match is_right && broken.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// What was written, and what is wrong with the pages.
fn report(site: &Site, output: &Path, start: Instant) {
    for problem in &site.problems {
        let file = shown(&problem.file);
        let problem = Problem {
            file,
            ..problem.clone()
        };
        eprintln!("{problem}");
    }
    let pages = counted(site.pages, "page", "pages");
    let asked = counted(site.asked, "number", "numbers");
    let mistakes = match site.problems.len() {
        0 => String::new(),
        count => format!(", {}", counted(count, "mistake", "mistakes")),
    };
    say(&format!(
        "{pages} with {asked} that can be asked{mistakes}: {} ({} ms)\n",
        shown(&output.join("index.html")).display(),
        start.elapsed().as_millis(),
    ));
}
