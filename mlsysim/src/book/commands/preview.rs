//! `preview`: the whole book as HTML, without Quarto.

use std::path::PathBuf;
use std::process::ExitCode;
use std::string::ToString;
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use std::{eprintln, format};

use clap_builder::{Arg, ArgMatches, Command, value_parser};

use super::super::chapter::chapters;
use super::super::edition::{Book, shown};
use super::super::error::{Error, counted};
use super::super::output::PREVIEW;
use super::super::preview::{Claims, Site, State};
use super::super::registry::Registry;
use super::super::say::say;
use super::super::verdict;

pub(in super::super) fn arguments() -> Command {
    let output = Arg::new("output")
        .long("output")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help("Write the preview into DIR, not into the book's _preview");
    Command::new("preview")
        .about("Write the whole book as HTML: every number answers where it comes from")
        .arg(output)
        .after_help(
            "Example: cargo run -p chapters -- preview\n\
             writes book/_preview, which needs neither Quarto nor a network: open its index.html.\n\
             Point at a number, tap it or move to it with the Tab key. A mistake of a page is shown\n\
             at its place, and the exit code is 1 then; so it is where a claim is broken, which a\n\
             build with the feature `deferred` lets through.",
        )
}

pub(in super::super) fn run(book: &Book, given: &ArgMatches) -> Result<ExitCode, Error> {
    let start = Instant::now();
    let folder = book.folder();
    let output = given.get_one::<PathBuf>("output").cloned();
    let output = output.unwrap_or_else(|| folder.join(PREVIEW));
    let chapters = chapters()?;
    let broken = verdict::broken(&chapters);
    let edition = book.edition_of(chapters, &folder)?;
    let claims = Claims::of(&edition, Registry::read()?, &broken);
    let state = State {
        number: SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |it| it.as_millis()),
        is_watched: false,
        failure: None,
    };
    let site = Site::of(&claims, book.package, &folder, &output, &state)?;
    site.plan.apply()?;
    for problem in &site.problems {
        eprintln!("{}", problem);
    }
    say(&format!(
        "{} with {} that can be asked in {} ms\nopen {}\n",
        counted(site.pages, "page", "pages"),
        counted(site.asked, "number", "numbers"),
        start.elapsed().as_millis(),
        shown(&output.join("index.html")).display()
    ));
    let _ = broken.first().map(|it| it.report.to_string());
    Ok(match site.problems.is_empty() && broken.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}
