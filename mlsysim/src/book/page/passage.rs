//! A passage of text without its markup, with the place on the page that each byte comes from.

use std::ops::Range;
use std::string::String;
use std::vec::Vec;

/// Stands for what is no text: math, code, what a shortcode inserts.
pub(super) const OBJECT: &str = "\u{fffc}";

/// What a passage is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    #[default]
    Prose,
    Heading,
    /// Of a table, with the head of its column.
    Cell(String),
}

#[derive(Debug, Default)]
pub(super) struct Passage {
    pub(super) form: Form,
    pub(super) text: String,
    segments: Vec<Segment>,
}

/// A piece of a passage.
#[derive(Debug)]
struct Segment {
    start: usize,
    source: Range<usize>,
    /// Whether the page has it character for character.
    is_same: bool,
}

impl Passage {
    /// Adds a text as the page has it.
    pub(super) fn push(&mut self, text: &str, source: Range<usize>) {
        let is_same = text.len() == source.len();
        self.segments.push(Segment {
            start: self.text.len(),
            source,
            is_same,
        });
        self.text.push_str(text);
    }

    /// Where on the page a range of the passage stands.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.place(range.start, false);
        start..self.place(range.end.saturating_sub(1), true).max(start)
    }

    fn place(&self, at: usize, is_end: bool) -> usize {
        let after = self.segments.partition_point(|segment| segment.start <= at);
        let Some(segment) = self.segments.get(after.saturating_sub(1)) else {
            return 0;
        };
        match (segment.is_same, is_end) {
            (true, _) => segment.source.start + (at - segment.start) + usize::from(is_end),
            (false, false) => segment.source.start,
            (false, true) => segment.source.end,
        }
    }

    /// Makes a range blank, so that nothing is read there.
    pub(super) fn blank(&mut self, range: Range<usize>) {
        let blanks = " ".repeat(range.len());
        self.text.replace_range(range, &blanks);
    }
}
