//! Whether the pages of a book will print what the claims say.
//!
//! A page is CommonMark with what Quarto adds to it. `files` reads the pages and
//! what they include; `source` is one of them, read by `shortcode`, `blocks` and
//! `inline` (with `extent`) into ranges of its bytes. The rules: `naming` (what does not exist),
//! `typing` (math, units), `labels` (the whole page, the whole book).

mod blocks;
mod extent;
mod files;
mod inline;
mod known;
mod labels;
mod naming;
mod path;
mod place;
mod shortcode;
mod source;
mod typing;

use std::collections::BTreeMap;
use std::fmt;
use std::format;
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::Error;
use files::Extensions;
pub(super) use known::{Known, variables};
use place::Place;
use shortcode::{Found, Malformed, What};
use source::{Page, Zone};

/// A mistake in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The page.
    pub file: PathBuf,
    /// Counted from one.
    pub line: usize,
    /// In characters, counted from one.
    pub column: usize,
    /// What is wrong, and what was probably meant.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        write!(f, "{file}:{}:{}: {}", self.line, self.column, self.message)
    }
}

/// The pages of a book.
struct Book {
    folder: PathBuf,
    /// With the files that they include, by path below the folder.
    pages: BTreeMap<String, Page>,
    extensions: Extensions,
}

/// Every mistake in the pages below a folder.
pub(super) fn problems(folder: &Path, known: &Known) -> Result<Vec<Problem>, Error> {
    let (book, mut problems) = files::read(folder)?;
    problems.extend(check(&book, known));
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    Ok(problems)
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
            let unit = || typing::unit_twice(&page.text, &found.range, shortcode, known);
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

impl Book {
    fn problem(&self, page: &Page, at: usize, message: String) -> Problem {
        let Place { line, column } = page.place(at);
        Problem {
            file: self.folder.join(&page.name),
            line,
            column,
            message,
        }
    }
}

fn suggestion(nearest: Option<String>) -> String {
    nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}

#[cfg(test)]
mod tests;
