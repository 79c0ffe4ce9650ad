//! Whether the pages of a book will print what the claims say.
//!
//! `numbers` tells the quantities of a page from its other numbers (`passage`, `attributes`,
//! `front`, `html`: what is text and what is not); `listing` gives them their places.
//!
//! A page is CommonMark with what Quarto adds to it. `files` reads the pages and
//! what they include; `source` is one of them, read by `shortcode`, `blocks` and
//! `inline` (with `extent`) into ranges of its bytes. The rules: `naming` (what does not exist),
//! `typing` (math, units), `labels` (the whole page, the whole book).

mod attributes;
mod binding;
mod blocks;
mod book;
mod extent;
mod files;
mod front;
mod html;
mod inline;
mod known;
mod labels;
mod listing;
mod naming;
mod numbers;
mod passage;
mod path;
mod place;
mod problem;
mod shortcode;
mod source;
mod span;
mod stated;
mod typing;
mod uses;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::Error;
pub(super) use binding::Bindings;
use book::Book;
pub(super) use known::Known;
pub use listing::{PageNumber, numbers_of};
pub use problem::Problem;
use shortcode::{Found, Malformed, What};
use source::{Page, Zone};
pub(super) use uses::{Used, uses};

/// Every mistake in the pages below a folder.
pub(super) fn problems(folder: &Path, known: &Known) -> Result<Vec<Problem>, Error> {
    let (book, mut problems) = files::read(folder)?;
    problems.extend(check(&book, known));
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    Ok(problems)
}

/// What the numbers of each page are held to: of the book's pages, or of the files given.
pub(super) fn bindings(
    folder: &Path,
    files: &[PathBuf],
    known: &Known,
) -> Result<Vec<(PathBuf, Bindings)>, Error> {
    let stated = stated::Stated::of(known);
    let whole = |file: &Path| file.canonicalize().unwrap_or_else(|_| file.to_path_buf());
    let mut asked: BTreeMap<PathBuf, &PathBuf> =
        files.iter().map(|file| (whole(file), file)).collect();
    let (book, problems) = files::read(folder)?;
    let mut pages: Vec<(PathBuf, Bindings)> = Vec::new();
    for page in book.pages.values() {
        let file = book.folder.join(&page.name);
        if files.is_empty() || asked.remove(&whole(&file)).is_some() {
            let mut found = binding::bindings(page, folder, known, &stated);
            let own = problems.iter().filter(|problem| problem.file == file);
            found.problems.extend(own.cloned());
            pages.push((file, found));
        }
    }
    for file in asked.into_values() {
        let text = String::from_utf8_lossy(&super::output::read(file)?).into_owned();
        let page = Page::new(file.to_string_lossy().into_owned(), text);
        let found = binding::bindings(&page, Path::new(""), known, &stated);
        pages.push((file.clone(), found));
    }
    Ok(pages)
}

/// Every mistake in the pages of a book.
fn check(book: &Book, known: &Known) -> Vec<Problem> {
    let mut problems = Vec::new();
    for page in book.pages.values() {
        for found in &page.shortcodes {
            let message = wrong(found, page, book, known);
            problems.extend(message.map(|text| book.problem(page, found.range.start, text)));
        }
    }
    problems.extend(labels::problems(book, known));
    problems
}

/// What is wrong at one place.
fn wrong(found: &Found, page: &Page, book: &Book, known: &Known) -> Option<String> {
    match (&found.what, page.zone(found.range.start)) {
        (_, Zone::Verbatim) => None,
        (What::Shortcode(shortcode), zone) => {
            let in_math = || match zone {
                Zone::Math => typing::wrong_in_math(shortcode, known),
                _ => None,
            };
            let unit = || typing::wrong_unit(&page.text, &found.range, shortcode, known);
            naming::wrong(shortcode, &page.name, book, known)
                .or_else(in_math)
                .or_else(unit)
        }
        (What::Escape, Zone::Math) => Some(ESCAPE_IN_MATH.into()),
        (What::Escape, _) => None,
        // TeX and program text have braces of their own.
        (What::Malformed(Malformed::Stray), Zone::Math | Zone::Code) => None,
        (What::Malformed(Malformed::Open | Malformed::Empty), Zone::Code) => None,
        (What::Malformed(Malformed::OpenEscape), Zone::Code) => None,
        (What::Malformed(malformed), _) => Some(malformed.to_string()),
    }
}

const ESCAPE_IN_MATH: &str = "an escaped shortcode in math is printed as it stands: \
                              write `{{< var ID_math >}}`, with two braces";

#[cfg(test)]
mod tests;
