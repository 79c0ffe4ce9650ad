//! The parts of a page that are no plain Markdown, each with the bytes it stands on.

use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

use super::attributes::{Attributes, attributes};
use super::inline::Name;
use super::shortcode::{Found, Shortcode, What};
use super::source::{Page, Zone};
use super::span::bracketed;

/// A part of a page that is no plain Markdown.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) range: Range<usize>,
    pub(super) what: Kind<'a>,
}

#[derive(Debug)]
pub(super) enum Kind<'a> {
    /// The page's title and options.
    Front,
    Shortcode(&'a Shortcode),
    /// One that is printed as it stands.
    Escape,
    Malformed,
    /// The math with its dollars, and the label that follows it.
    Math {
        text: Range<usize>,
        label: Option<&'a Name>,
    },
    /// A reference; without its word where a `-` stands before it.
    Reference {
        name: &'a str,
        is_bare: bool,
    },
    /// The bracket that opens a span, or a note of `^[…]`.
    Open {
        attributes: Attributes,
        text: usize,
    },
    /// What closes the innermost of them.
    Close,
    /// The line that begins a division, or that ends one.
    Division(Option<Attributes>),
    /// Of what stands before them.
    Attributes(Attributes),
}

/// The parts of a page, in order and apart.
pub(super) fn parts(page: &Page) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut add = |range: Range<usize>, what| parts.push(Part { range, what });
    let front = page.front_matter();
    if !front.is_empty() {
        add(front, Kind::Front);
    }
    for math in &page.inline.math {
        let labels = &page.inline.labels;
        let after = labels.partition_point(|label| label.range.start < math.end);
        let is_own = |label: &&Name| {
            let between = page.text.get(math.end..label.range.start);
            between.is_some_and(|between| between.trim().is_empty())
        };
        let label = labels.get(after).filter(is_own);
        let end = label.map_or(math.end, |label| label.range.end);
        let text = math.clone();
        add(math.start..end, Kind::Math { text, label });
    }
    for Found { range, what } in &page.shortcodes {
        let is_expanded = matches!(page.zone(range.start), Zone::Prose | Zone::Code);
        let kind = match what {
            What::Shortcode(shortcode) => Kind::Shortcode(shortcode),
            What::Escape => Kind::Escape,
            What::Malformed(_) => Kind::Malformed,
        };
        if is_expanded {
            add(range.clone(), kind);
        }
    }
    let names = page.inline.references.iter().chain(&page.inline.others);
    for Name { name, range } in names {
        let is_bare = page.text[..range.start].ends_with('-');
        let start = range.start - usize::from(is_bare);
        add(start..range.end, Kind::Reference { name, is_bare });
    }
    for span in bracketed(page) {
        let attributes = Attributes::read(&page.text[span.attributes.clone()]);
        let text = span.text.start;
        add(text - 1..text, Kind::Open { attributes, text });
        add(span.text.end..span.attributes.end + 1, Kind::Close);
    }
    for range in attributes(&page.text) {
        if page.zone(range.start) == Zone::Prose {
            let what = attached(&page.text, &range);
            parts.extend(what.map(|what| Part { range, what }));
        }
    }
    parts.sort_by_key(|part| (part.range.start, part.range.len()));
    let mut end = 0;
    parts.retain(|part| {
        let is_apart = part.range.start >= end;
        end = if is_apart { part.range.end } else { end };
        is_apart
    });
    parts
}

/// What attributes belong to; those that belong to nothing are text.
fn attached(text: &str, range: &Range<usize>) -> Option<Kind<'static>> {
    let own = &text[range.clone()];
    if let Some(rest) = own.trim_start().strip_prefix(":::") {
        let rest = rest.trim_start_matches(':').trim();
        let inner = rest.trim_end_matches(':').trim_end();
        let inner = inner.strip_prefix('{').unwrap_or(inner);
        let inner = inner.strip_suffix('}').unwrap_or(inner);
        return Some(Kind::Division(match rest {
            "" => None,
            _ => Some(Attributes::read(inner)),
        }));
    }
    let start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[start..range.start];
    let after = text[range.end..].split('\n').next().unwrap_or("");
    let is_heading = before.trim_start().starts_with('#');
    let is_caption = before.starts_with([':']) || before.starts_with("Table:");
    let ends_line = after.trim().is_empty();
    let is_glued = before.ends_with([')', '`']);
    let inner = own.trim_start_matches('{').trim_end_matches('}');
    let is_own = is_glued || ends_line && (is_heading || is_caption);
    is_own.then(|| Kind::Attributes(Attributes::read(inner)))
}

/// What math says, apart at its variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Tex {
    Text(String),
    /// By its path with dots.
    Variable(String),
}

/// The math without its dollars, and whether it is displayed.
pub(super) fn tex(page: &Page, math: &Range<usize>) -> (Vec<Tex>, bool) {
    let text = &page.text[math.clone()];
    let dollars = text.len() - text.trim_start_matches('$').len();
    let is_quoted = text.lines().skip(1).all(|line| line.starts_with('>'));
    let plain = |range: Range<usize>| {
        let text = page.text.get(range).unwrap_or("");
        Tex::Text(match is_quoted {
            true => text.replace("\n> ", "\n").replace("\n>", "\n"),
            false => text.to_string(),
        })
    };
    let (mut at, end) = (math.start + dollars, math.end - dollars);
    let mut parts = Vec::new();
    for Found { range, what } in inner_shortcodes(page, math) {
        parts.push(plain(at..range.start));
        at = range.end;
        if let What::Shortcode(Shortcode {
            name, arguments, ..
        }) = what
            && let ("var", [variable]) = (name.as_str(), arguments.as_slice())
        {
            parts.push(Tex::Variable(variable.clone()));
        }
    }
    parts.push(plain(at..end));
    (parts, dollars != 1)
}

/// The shortcodes that stand in math.
pub(super) fn inner_shortcodes<'a>(
    page: &'a Page,
    math: &Range<usize>,
) -> impl Iterator<Item = &'a Found> {
    let all = &page.shortcodes;
    let first = all.partition_point(|found| found.range.start < math.start);
    let end = math.end;
    all[first..]
        .iter()
        .take_while(move |found| found.range.end <= end)
}
