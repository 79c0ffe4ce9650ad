//! The numbers of a page with their places, for those who report them.

use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use mlsysim_prose::What;

use super::arithmetic::{Equality, arithmetic};
use super::numbers::page_numbers;
use super::place::Place;
use super::source::Page;

/// A number on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageNumber {
    /// The bytes that it stands on.
    pub range: Range<usize>,
    /// Counted from one.
    pub line: usize,
    /// In characters, counted from one.
    pub column: usize,
    /// Whether it is a quantity, and if not, what it is.
    pub what: What,
}

/// The equalities of a page in Markdown that could be computed again, in their order.
pub fn equalities_of(text: String) -> Vec<Equality> {
    arithmetic(&Page::new(String::new(), text))
}

/// The numbers of a page in Markdown, in their order.
pub fn numbers_of(text: String) -> Vec<PageNumber> {
    let page = Page::new(String::new(), text);
    let found = page_numbers(&page);
    let places = page.places(found.iter().map(|found| found.range.start));
    let numbers = found.into_iter().zip(places);
    numbers
        .map(|(found, Place { line, column })| PageNumber {
            range: found.range,
            line,
            column,
            what: found.what,
        })
        .collect()
}
