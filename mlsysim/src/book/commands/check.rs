//! `--check`: writes nothing, and fails if a file is out of date.

use std::path::PathBuf;
use std::process::ExitCode;
use std::string::String;
use std::time::Instant;
use std::{eprintln, format, println};

use super::super::edition::{Book, shown};
use super::super::error::{Error, LISTED, counted};
use super::super::output::Changes;
use super::write::report;

pub(in super::super) fn run(
    book: &Book,
    folder: Option<PathBuf>,
    start: Instant,
) -> Result<ExitCode, Error> {
    let folder = folder.unwrap_or_else(|| book.folder());
    let edition = book.edition(&folder)?;
    edition.pages_are_right(&book.folder())?;
    let changes = edition.plan.compare()?;
    if !changes.is_empty() {
        eprintln!("error: {}", out_of_date(book, &changes));
        return Ok(ExitCode::FAILURE);
    }
    report(book, &edition, &folder);
    println!("  files      {} up to date", changes.unchanged);
    println!("  time       {} ms", start.elapsed().as_millis());
    Ok(ExitCode::SUCCESS)
}

/// Which files are, and how they are written.
pub(in super::super) fn out_of_date(book: &Book, changes: &Changes) -> String {
    let count = changes.written.len() + changes.removed.len();
    let mut text = format!(
        "{} out of date; write with `cargo run -p {}`",
        counted(count, "generated file is", "generated files are"),
        book.package
    );
    let all = changes.written.iter().map(|file| ("write ", file));
    let all = all.chain(changes.removed.iter().map(|file| ("remove", file)));
    for (action, file) in all.take(LISTED) {
        text.push_str(&format!("\n  {action} {}", shown(file).display()));
    }
    if count > LISTED {
        text.push_str(&format!("\n  and {} more", count - LISTED));
    }
    text
}
