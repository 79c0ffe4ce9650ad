//! The pages of a book, as they were read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::string::{String, ToString};

use super::place::Place;
use super::problem::Problem;
use super::source::Page;

/// The pages of a book.
pub(super) struct Book {
    pub(super) folder: PathBuf,
    /// With the files that they include, by path below the folder.
    pub(super) pages: BTreeMap<String, Page>,
    pub(super) extensions: Extensions,
}

impl Book {
    pub(super) fn problem(&self, page: &Page, at: usize, message: String) -> Problem {
        let Place { line, column } = page.place(at);
        Problem {
            file: self.folder.join(&page.name),
            line,
            column,
            message,
        }
    }
}

/// What defines shortcodes beside Quarto: the Lua files in the book's folder.
#[derive(Debug, Default)]
pub(super) struct Extensions {
    words: BTreeSet<String>,
}

impl Extensions {
    pub(super) fn add(&mut self, lua: &str) {
        let words = lua.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-'));
        self.words.extend(words.map(str::to_string));
    }

    /// Whether one of them has a name for a shortcode.
    pub(super) fn defines(&self, name: &str) -> bool {
        self.words.contains(name)
    }
}
