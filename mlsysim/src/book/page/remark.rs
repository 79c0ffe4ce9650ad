//! `<!-- audit: accept page "why" -->`: what a page says to an audit.

use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

use super::place::Place;
use super::source::{Page, Zone};

/// What a page says to an audit.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) struct Remark {
    pub(in super::super) line: usize,
    pub(in super::super) column: usize,
    /// The word after `accept` and the reason in quotes; none where it is written otherwise.
    pub(in super::super) accepted: Option<(String, String)>,
}

/// The comments of a page that begin with `audit:`.
pub(super) fn remarks(page: &Page) -> Vec<Remark> {
    let text = page.text.as_str();
    let mut found = Vec::new();
    let mut end = 0;
    for (start, open) in text.match_indices("<!--") {
        let inside = start + open.len();
        if start < end {
            continue;
        }
        let Some(length) = text[inside..].find("-->") else {
            break;
        };
        end = inside + length;
        if let Some(said) = said(page, start, inside..end) {
            let Place { line, column } = page.place(start);
            found.push(Remark {
                line,
                column,
                accepted: accepted(said),
            });
        }
    }
    found
}

/// The text after `audit:`; a comment in a block of code is shown to readers, and says nothing.
fn said(page: &Page, start: usize, inside: Range<usize>) -> Option<&str> {
    let is_shown = page.is_code(start) || page.zone(start) == Zone::Verbatim;
    let said = page.text[inside].trim_start().strip_prefix("audit:")?;
    (!is_shown).then(|| said.trim())
}

/// `accept KIND "why"`
fn accepted(said: &str) -> Option<(String, String)> {
    let rest = said.strip_prefix("accept")?;
    let rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
    let (kind, why) = rest.split_once(char::is_whitespace)?;
    let why = why.trim().strip_prefix('"')?.strip_suffix('"')?.trim();
    (!why.is_empty()).then(|| (kind.to_string(), why.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_accepts_a_finding() {
        let said = |text: &str| {
            let page = Page::new("a.qmd".into(), text.into());
            remarks(&page)
        };
        let remark = |line, column, accepted: Option<(&str, &str)>| Remark {
            line,
            column,
            accepted: accepted.map(|(kind, why)| (kind.into(), why.into())),
        };
        assert_eq!(
            said("# A\n\n<!-- audit: accept page \"a preface\" -->\n"),
            [remark(3, 1, Some(("page", "a preface")))]
        );
        for wrong in [
            "accept page",
            "accept page \" \"",
            "accept",
            "page \"a\"",
            "",
        ] {
            let text = std::format!("<!--audit: {wrong}-->");
            assert_eq!(said(&text), [remark(1, 1, None)], "{wrong}");
        }
        for other in [
            "<!-- accept page \"a\" -->",
            "```\n<!-- audit: accept page \"a\" -->\n```\n",
            "<!-- audit: accept page \"a\"",
        ] {
            assert_eq!(said(other), [], "{other}");
        }
    }
}
