//! Where the pages print what was generated.

use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::super::error::Error;
use super::files;
use super::path::resolved;
use super::place::Place;
use super::shortcode::What;
use super::source::Zone;

/// A place of a page that prints a variable or includes a file.
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
    let mut uses = Vec::new();
    for page in book.pages.values() {
        for found in &page.shortcodes {
            let What::Shortcode(shortcode) = &found.what else {
                continue;
            };
            if page.zone(found.range.start) == Zone::Verbatim {
                continue;
            }
            let what = match (&*shortcode.name, &*shortcode.arguments) {
                ("var", [name]) => Some(Used::Variable(name.clone())),
                ("include", [path]) => resolved(&page.name, path).map(Used::File),
                _ => None,
            };
            let Place { line, column } = page.place(found.range.start);
            uses.extend(what.map(|what| Use {
                file: book.folder.join(&page.name),
                line,
                column,
                what,
            }));
        }
    }
    Ok(uses)
}
