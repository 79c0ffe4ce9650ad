//! `[5 h]{.claim id=ID}` and `[5 h]{.exempt}`: numbers that are marked where they stand.
//!
//! `<!-- exempt: why -->` marks its line, or where it stands alone the block below it: code and
//! math, and pages that are no Quarto's.

use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use super::source::{Page, Zone};

/// A span of text with a mark of ours.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// What is marked, without the brackets.
    pub(super) text: Range<usize>,
    pub(super) mark: Mark,
}

/// What an author says of a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is the figure of this variable; empty where the mark names none.
    Claim(String),
    /// No claim stands behind it.
    Exempt,
}

/// A span of text with attributes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bracketed {
    /// What stands between the brackets.
    pub(super) text: Range<usize>,
    /// What stands between the braces.
    pub(super) attributes: Range<usize>,
}

/// The marked spans of a page, in the order in which they end.
pub(super) fn spans(page: &Page) -> Vec<Span> {
    let marked = bracketed(page).into_iter().filter_map(|span| {
        Some(Span {
            mark: mark(&page.text[span.attributes])?,
            text: span.text,
        })
    });
    let mut spans: Vec<Span> = marked.collect();
    spans.extend(comments(page));
    spans.sort_by_key(|span| span.text.end);
    spans
}

/// Every span with attributes, in the order in which they end.
pub(super) fn bracketed(page: &Page) -> Vec<Bracketed> {
    let text = page.text.as_str();
    let (mut open, mut spans) = (Vec::new(), Vec::new());
    // A span whose attributes have begun: its text, and where they did.
    let mut begun: Option<(Range<usize>, usize)> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '\n' => {
                begun = None;
                // A span ends with its paragraph.
                if before == '\n' {
                    open.clear();
                }
            }
            '}' => {
                if let Some((text, start)) = begun.take()
                    && page.zone(text.end) == Zone::Prose
                {
                    let attributes = start..at;
                    spans.push(Bracketed { text, attributes });
                }
            }
            _ if before == '\\' => {}
            '[' => open.push(at + 1),
            ']' => {
                let start = open.pop();
                if text[at + 1..].starts_with('{') {
                    begun = start.map(|start| (start..at, at + 2));
                }
            }
            _ => {}
        }
        before = match (before, c) {
            ('\\', '\\') => ' ',
            (_, '\r') => before,
            (_, c) => c,
        };
    }
    spans
}

/// What comments exempt.
fn comments(page: &Page) -> Vec<Span> {
    let text = page.text.as_str();
    let is_exempt = |range: &&Range<usize>| {
        let comment = text.get((*range).clone()).unwrap_or_default();
        let inner = comment.strip_prefix("<!--").map(str::trim_start);
        let rest = inner.and_then(|inner| inner.strip_prefix("exempt"));
        rest.is_some_and(|rest| rest.trim_start().starts_with([':', '-']))
    };
    let mut comments = page.inline.code.iter().filter(is_exempt).peekable();
    if comments.peek().is_none() {
        return Vec::new();
    }
    // Where lines begin, and which of them are blank.
    let (mut starts, mut blank, mut start) = (Vec::new(), Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        starts.push(start);
        if line.trim().is_empty() {
            blank.push(start);
        }
        start += line.len();
    }
    let next = |places: &[usize], at: usize| {
        let after = places.partition_point(|place| *place <= at);
        places.get(after).copied().unwrap_or(text.len())
    };
    let marked = comments.map(|comment| {
        let line = starts.partition_point(|start| *start <= comment.start);
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let end = next(&starts, comment.end.saturating_sub(1));
        let is_alone = text[start..comment.start].trim().is_empty()
            && text[comment.end..end].trim().is_empty();
        let mut below = end;
        while blank.binary_search(&below).is_ok() {
            below = next(&starts, below);
        }
        let text = match is_alone {
            true => comment.end..next(&blank, below),
            false => start..end,
        };
        Span {
            text,
            mark: Mark::Exempt,
        }
    });
    marked.collect()
}

/// The mark in the text of attributes.
fn mark(attributes: &str) -> Option<Mark> {
    let mut words = attributes.split_whitespace();
    let id = || {
        let mut words = attributes.split_whitespace();
        let id = words.find_map(|word| word.strip_prefix("id="));
        id.unwrap_or_default().trim_matches(['"', '\'']).into()
    };
    words.find_map(|word| match word {
        ".claim" => Some(Mark::Claim(id())),
        ".exempt" => Some(Mark::Exempt),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn marked(text: &str, expected: &[(&str, Mark)]) {
        let page = Page::new("a.qmd".into(), text.into());
        let found: Vec<(&str, Mark)> = spans(&page)
            .into_iter()
            .map(|span| (&text[span.text], span.mark))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_are_read_where_quarto_reads_them() {
        let claim = |id: &str| Mark::Claim(id.into());
        marked("In [5 h]{.claim id=a.b}.", &[("5 h", claim("a.b"))]);
        marked(
            "[a [5]{.exempt} b]{.claim id=\"x\"}",
            &[("5", Mark::Exempt), ("a [5]{.exempt} b", claim("x"))],
        );
        marked("[5 h]{.claim}", &[("5 h", claim(""))]);
        marked("[5 h]{.claim id=xs[0]}", &[("5 h", claim("xs[0]"))]);
        marked("[a]{ [5]{.exempt}", &[("5", Mark::Exempt)]);
        marked("[5 h]{.other} [6](x){.exempt} [7\n\n8]{.exempt}", &[]);
        marked("\\[5]{.exempt} ]{.exempt} [9]{.exempt", &[]);
        marked(
            "a 5 <!-- exempt: x --> b\n6",
            &[("a 5 <!-- exempt: x --> b\n", Mark::Exempt)],
        );
        let block = "<!-- exempt -->\n\na\n\nb";
        marked(block, &[("\n\na\n", Mark::Exempt)]);
        marked(
            "<!-- exempt: x -->\na\nb\n\nc",
            &[("\na\nb\n", Mark::Exempt)],
        );
        marked("<!-- exempted -->\na <!-- an exempt: b -->", &[]);
        marked("`[5]{.exempt}`\n\n```\n[5]{.exempt}\n```\n", &[]);
    }
}
