//! Verifies the book and writes what its pages include.

use std::path::{Path, PathBuf};
use std::println;
use std::process::ExitCode;
use std::time::Instant;

use super::super::chapter::Chapter;
use super::super::edition::{Book, Edition, shown};
use super::super::error::{Error, counted};
use super::super::{errata, includes, output};

pub(in super::super) fn run(
    book: &Book,
    folder: Option<PathBuf>,
    start: Instant,
) -> Result<ExitCode, Error> {
    let folder = folder.unwrap_or_else(|| book.folder());
    let edition = book.edition(&folder)?;
    edition.pages_are_right(&book.folder())?;
    let changes = edition.plan.apply()?;
    report(book, &edition, &folder);
    println!(
        "  files      {} written, {} unchanged, {} removed in {}",
        changes.written.len(),
        changes.unchanged,
        changes.removed.len(),
        shown(&folder).display()
    );
    println!("  time       {} ms", start.elapsed().as_millis());
    Ok(ExitCode::SUCCESS)
}

/// What the book has, in a few lines.
pub(super) fn report(book: &Book, edition: &Edition, folder: &Path) {
    let claims = edition.chapters.iter().flat_map(Chapter::claims).count();
    let formulas = includes::formulas(&edition.chapters).len();
    let published = errata::count(&edition.chapters);
    let page = shown(&folder.join(output::GENERATED).join("errata.qmd"));
    println!("{} {}", book.package, book.version);
    println!("  chapters   {}", edition.chapters.len());
    println!(
        "  claims     {claims} verified, {}",
        counted(formulas, "formula", "formulas")
    );
    println!(
        "  published  {} in the printed edition: {}",
        counted(published, "wrong figure", "wrong figures"),
        page.display()
    );
}
