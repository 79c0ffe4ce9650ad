//! Whether the pages of a book will print what the claims say.
//!
//! `numbers` tells the quantities of a page from its other numbers (`passage`, `attributes`,
//! `front`, `html`: what is text and what is not); `listing` gives them their places.
//!
//! A page is CommonMark with what Quarto adds to it. `files` reads the pages and
//! what they include; `source` is one of them, read by `shortcode`, `blocks` and
//! `inline` (with `extent`) into ranges of its bytes. The rules: `naming` (what does not exist),
//! `typing` (math, units), `labels` (the whole page, the whole book). `uses`, `remark` and `survey`
//! say what a page has, for those who ask about the book.
//!
//! Who shows the pages gets them from `reading`, each as a `document`: Markdown in which a mark
//! stands for each of its `parts` that Quarto adds.

mod alone;
mod arithmetic;
mod attributes;
mod baseline;
mod binding;
mod blocks;
mod book;
mod document;
mod extent;
mod files;
mod fix;
mod front;
mod html;
mod inline;
mod item;
mod known;
mod labels;
mod lint;
mod listing;
mod naming;
mod numbers;
mod parts;
mod passage;
mod path;
mod patterns;
mod place;
mod problem;
mod reading;
mod remark;
mod shortcode;
mod source;
mod span;
mod stated;
mod survey;
mod typing;
mod uses;

use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::Error;
pub(super) use alone::without_claims;
pub use arithmetic::{Equality, Verdict};
pub(super) use attributes::Attributes;
pub(super) use baseline::Baseline;
use book::Book;
pub(super) use document::{Document, Included};
pub(super) use fix::Fix;
pub(super) use item::{Object, Piece, pieces};
pub(super) use known::{Asked, Known};
pub(super) use lint::{Findings, Lint, Linted};
pub use listing::{PageNumber, equalities_of, numbers_of};
pub(super) use parts::Tex;
pub use problem::Problem;
pub(super) use reading::Pages;
use shortcode::{Found, Malformed, What};
use source::{Page, Zone};
pub(super) use survey::{Survey, surveys};
pub(super) use uses::{Used, uses};

/// Every mistake in the pages below a folder.
pub(super) fn problems(folder: &Path, known: &Known) -> Result<Vec<Problem>, Error> {
    let (book, mut problems) = files::read(folder)?;
    problems.extend(check(&book, known));
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    Ok(problems)
}

/// A page by its name and its text.
#[cfg(test)]
pub(super) fn survey_of(name: &str, text: &str) -> Survey {
    let page = Page::new(name.to_string(), text.to_string());
    survey::survey(&page, Path::new("book"), false)
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
            let unit = || {
                typing::wrong_unit(
                    &page.text,
                    &found.range,
                    shortcode,
                    zone == Zone::Math,
                    known,
                )
            };
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
