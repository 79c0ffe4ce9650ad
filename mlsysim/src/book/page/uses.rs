//! Where the pages print what was generated.

use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::super::error::Error;
use super::files;
use super::path::resolved;
use super::place::Place;
use super::shortcode::What;
use super::source::{Page, Zone};
use super::span::{Mark, spans};

/// A place of a page that prints a variable, is marked with one, or includes a file.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Use {
    pub(in super::super) file: PathBuf,
    pub(in super::super) line: usize,
    pub(in super::super) column: usize,
    pub(in super::super) what: Used,
}

/// What a place of a page prints.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) enum Used {
    /// By its path with dots.
    Variable(String),
    /// By its path below the book's folder.
    File(String),
}

/// Every place of the pages that Quarto would expand, in the order of the pages.
pub(in super::super) fn uses(folder: &Path) -> Result<Vec<Use>, Error> {
    let (book, _) = files::read(folder)?;
    let pages = book.pages.values();
    Ok(pages.flat_map(|page| uses_of(page, &book.folder)).collect())
}

/// The same of one page.
pub(super) fn uses_of(page: &Page, folder: &Path) -> Vec<Use> {
    let shortcodes = page.shortcodes.iter().filter_map(|found| {
        let What::Shortcode(shortcode) = &found.what else {
            return None;
        };
        if page.zone(found.range.start) == Zone::Verbatim {
            return None;
        }
        let what = match (&*shortcode.name, &*shortcode.arguments) {
            ("var", [name]) => Used::Variable(name.clone()),
            ("include", [path]) => Used::File(resolved(&page.name, path)?),
            _ => return None,
        };
        Some((found.range.start, what))
    });
    let marks = spans(page).into_iter().filter_map(|span| match span.mark {
        Mark::Claim(name) => Some((span.text.start, Used::Variable(name))),
        Mark::Exempt => None,
    });
    let mut all: Vec<(usize, Used)> = shortcodes.chain(marks).collect();
    all.sort_by_key(|(at, _)| *at);
    let places = page.places(all.iter().map(|(at, _)| *at));
    let all = all.into_iter().zip(places);
    all.map(|((_, what), Place { line, column })| Use {
        file: folder.join(&page.name),
        line,
        column,
        what,
    })
    .collect()
}
