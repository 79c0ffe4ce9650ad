//! What is wrong with an expression, with the text that it is wrong in.

use std::format;
use std::ops::Range;
use std::string::{String, ToString};

use mlsysim_language::token::{Error, Extent};

/// What is wrong, and which bytes of the text say it.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Mistake {
    /// In words; the first line says what it is.
    pub(in super::super) message: String,
    /// Where it is.
    pub(in super::super) range: Range<usize>,
}

impl Mistake {
    /// A mistake of the language, whose tokens stand on these bytes.
    pub(super) fn of(error: Error, ranges: &[Range<usize>], text: &str) -> Mistake {
        Mistake {
            message: error.message,
            range: bytes(error.extent, ranges, text),
        }
    }

    /// The words, then the line with a caret under each letter of what is wrong.
    pub(in super::super) fn shown(&self, text: &str) -> String {
        if text.trim().is_empty() {
            return self.message.clone();
        }
        let start = self.range.start.min(text.len());
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(line_start..).unwrap_or_default();
        let line: String = rest.lines().next().unwrap_or_default().replace('\t', " ");
        let indent = before.len() - line_start;
        let indent = rest.get(..indent).unwrap_or_default().chars().count();
        let under = text.get(start..self.range.end).unwrap_or_default();
        let under = under.lines().next().unwrap_or_default().chars().count();
        let (blank, carets) = (" ".repeat(indent), "^".repeat(under.max(1)));
        format!("{}\n  {line}\n  {blank}{carets}", self.message)
    }
}

/// The bytes of some tokens; of none the end of the text.
pub(super) fn bytes(extent: Extent, ranges: &[Range<usize>], text: &str) -> Range<usize> {
    let range = |token: u32| ranges.get(token as usize).cloned();
    match range(extent.first).zip(range(extent.last)) {
        Some((first, last)) => first.start..last.end,
        None => text.len()..text.len(),
    }
}

/// Every mistake that is no place's own.
impl From<&str> for Mistake {
    fn from(message: &str) -> Mistake {
        Mistake {
            message: message.to_string(),
            range: 0..0,
        }
    }
}
