//! One page, read.

use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use super::blocks::{Blocks, Code, blocks};
use super::inline::{Inline, inline};
use super::path::resolved;
use super::place::{Lines, Place};
use super::shortcode::{Found, What, scan};

/// A page, or a file that a page includes.
#[derive(Debug)]
pub(super) struct Page {
    /// By path below the book's folder, with `/` between names.
    pub(super) name: String,
    pub(super) text: String,
    pub(super) shortcodes: Vec<Found>,
    pub(super) inline: Inline,
    blocks: Blocks,
    lines: Lines,
}

/// What a place of a page is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    Prose,
    Math,
    /// The page's title and options.
    FrontMatter,
    /// Code or a comment.
    Code,
    /// A fence in which Quarto expands nothing.
    Verbatim,
}

/// A file that a page includes.
#[derive(Debug)]
pub(super) struct Include {
    pub(super) at: usize,
    /// Below the book's folder.
    pub(super) file: String,
    /// Whether its text becomes part of the prose, and not of code or a comment.
    pub(super) is_prose: bool,
}

impl Page {
    pub(super) fn new(name: String, text: String) -> Page {
        let shortcodes = scan(&text);
        let blocks = blocks(&text);
        let inline = inline(&text, &blocks, &shortcodes);
        Page {
            lines: Lines::of(&text),
            name,
            text,
            shortcodes,
            inline,
            blocks,
        }
    }

    pub(super) fn zone(&self, at: usize) -> Zone {
        if holds(&self.inline.math, at) {
            return Zone::Math;
        }
        if at < self.blocks.front_matter.end {
            return Zone::FrontMatter;
        }
        if let Some(code) = self.code(at) {
            return match code.is_verbatim {
                true => Zone::Verbatim,
                false => Zone::Code,
            };
        }
        match holds(&self.inline.code, at) {
            true => Zone::Code,
            false => Zone::Prose,
        }
    }

    /// The fence that holds a place; they are in order and apart.
    fn code(&self, at: usize) -> Option<&Code> {
        let code = &self.blocks.code;
        let after = code.partition_point(|code| code.range.start <= at);
        let last = code.get(after.checked_sub(1)?)?;
        last.range.contains(&at).then_some(last)
    }

    /// Whether a block of code holds a place.
    pub(super) fn is_code(&self, at: usize) -> bool {
        self.code(at).is_some()
    }

    pub(super) fn front_matter(&self) -> Range<usize> {
        self.blocks.front_matter.clone()
    }

    pub(super) fn place(&self, at: usize) -> Place {
        self.lines.place(&self.text, at)
    }

    /// The bytes of places that are in order.
    pub(super) fn offsets(&self, places: impl Iterator<Item = Place>) -> Vec<usize> {
        self.lines.offsets(&self.text, places)
    }

    /// The places of bytes that are in order.
    pub(super) fn places(&self, offsets: impl Iterator<Item = usize>) -> Vec<Place> {
        self.lines.places(&self.text, offsets)
    }

    /// What the page includes, in the order of its text; what leads out of the book's folder not.
    pub(super) fn includes(&self) -> impl Iterator<Item = Include> {
        self.shortcodes.iter().filter_map(|found| {
            let What::Shortcode(shortcode) = &found.what else {
                return None;
            };
            let (at, path) = match (&*shortcode.name, &*shortcode.arguments) {
                ("include", [path]) if shortcode.alone => (found.range.start, path),
                _ => return None,
            };
            let zone = self.zone(at);
            let expands = zone != Zone::Verbatim;
            let file = expands.then(|| resolved(&self.name, path)).flatten()?;
            Some(Include {
                at,
                file,
                is_prose: zone == Zone::Prose,
            })
        })
    }
}

/// Whether one of the ranges, which are in order and apart, holds a place.
fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    after > 0 && ranges[after - 1].contains(&at)
}
