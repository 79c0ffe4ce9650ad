//! What Quarto adds to the Markdown of a page, and the marks that stand for it.

use std::string::String;
use std::vec::Vec;

use super::attributes::Attributes;
use super::parts::Tex;

/// Around the number of an item in the Markdown; a page that has such a character loses it.
pub(super) const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

/// What a mark of the Markdown stands for.
#[derive(Debug)]
pub(in super::super) struct Item {
    pub(in super::super) object: Object,
    /// The mistakes at its place, each with the place.
    pub(in super::super) problems: Vec<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub(in super::super) enum Object {
    /// By its path with dots.
    Variable(String),
    Math {
        tex: Vec<Tex>,
        is_display: bool,
        label: Option<String>,
    },
    Reference {
        name: String,
        is_bare: bool,
    },
    Open(Attributes),
    Close,
    /// Begins a division, or ends one.
    Division(Option<Attributes>),
    /// Of what stands before them.
    Attributes(Attributes),
    /// A text that stands for itself.
    Text(String),
    /// Where a page begins.
    PageBreak,
}

/// A text with the marks of its items apart.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) enum Piece<'a> {
    Text(&'a str),
    /// By its number.
    Item(usize),
}

/// A text of the Markdown apart at its marks.
pub(in super::super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(MARKS[0]) {
        let (number, after) = after.split_once(MARKS[1]).unwrap_or((after, ""));
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.extend(number.parse().ok().map(Piece::Item));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}
