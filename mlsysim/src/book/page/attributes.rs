//! Attributes within text: `{#fig-a width=85%}`, and the line of a division.

use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

/// What stands in the braces: `{#fig-a .wide width=85%}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Attributes {
    pub(in super::super) id: Option<String>,
    pub(in super::super) classes: Vec<String>,
    /// Without the quotes around the values.
    pub(in super::super) pairs: Vec<(String, String)>,
}

impl Attributes {
    /// Reads what stands between the braces; a word alone, as of `::: note`, is a class.
    pub(in super::super) fn read(inner: &str) -> Attributes {
        let mut attributes = Attributes::default();
        let mut rest = inner.trim();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c.is_whitespace() || c == '=');
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = match after.strip_prefix('=') {
                Some(after) => {
                    let (value, after) = value(after);
                    attributes.pairs.push((word.to_string(), value.to_string()));
                    after.trim_start()
                }
                None => {
                    match word.strip_prefix('#') {
                        Some(id) => attributes.id = Some(id.to_string()),
                        None => {
                            let name = word.trim_start_matches('.').to_string();
                            attributes.classes.push(name);
                        }
                    }
                    after.trim_start()
                }
            };
        }
        attributes
    }

    pub(in super::super) fn has(&self, class: &str) -> bool {
        self.classes.iter().any(|own| own == class)
    }

    pub(in super::super) fn value(&self, key: &str) -> Option<&str> {
        let mut pairs = self.pairs.iter();
        let found = pairs.find(|(own, _)| own == key);
        found.map(|(_, value)| value.as_str())
    }
}

/// A value, in quotes or up to the next space, and what follows it.
fn value(text: &str) -> (&str, &str) {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let quoted = quote.and_then(|quote| text[1..].split_once(quote));
    quoted.unwrap_or_else(|| {
        let end = text.find(char::is_whitespace);
        text.split_at(end.unwrap_or(text.len()))
    })
}

/// As long as the key of an attribute may be, with what stands before it.
const LONGEST_KEY: usize = 64;

/// Where a text has attributes, in order.
pub(super) fn attributes(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let last = text.rfind('}').unwrap_or(0);
    let mut start = 0;
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with(":::") && start >= end {
            ranges.push(start..start + line.trim_end().len());
            end = start + line.len();
        }
        let from = start;
        start += line.len();
        let mut at = from.max(end);
        while let Some(open) = text.get(at..start).and_then(|rest| rest.find('{')) {
            at += open;
            let length = (at < last).then(|| length(&text[at..]));
            match length.flatten() {
                Some(length) => {
                    ranges.push(at..at + length);
                    at += length;
                    end = at;
                }
                None => at += 1,
            }
        }
    }
    ranges
}

/// The length of the attributes that the text begins with.
fn length(text: &str) -> Option<usize> {
    let inner = text[1..].trim_start();
    let key = &inner[..inner.floor_char_boundary(LONGEST_KEY.min(inner.len()))];
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':');
    let has_value = key.trim_start_matches(is_key).starts_with('=') && key.starts_with(is_key);
    let is_attribute = inner.starts_with(['#', '.', '=']) || has_value || inner.starts_with("-}");
    is_attribute.then(|| text.find('}').map(|end| end + 1))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_their_quotes() {
        let read = Attributes::read(" #fig-a .wide width=85% title=\"a b\" .claim id='x.y' ");
        assert_eq!(read.id.as_deref(), Some("fig-a"));
        assert_eq!(read.classes, ["wide", "claim"]);
        let value = |key| read.value(key);
        assert_eq!([value("width"), value("title")], [Some("85%"), Some("a b")]);
        assert_eq!(value("id"), Some("x.y"));
        assert!(Attributes::read("note").has("note") && !read.has("width"));
        assert_eq!(Attributes::read("a=\"b"), Attributes::read("a='\"b'"));
    }

    #[test]
    fn braces_of_the_prose_are_none() {
        let found = |text: &'static str| -> Vec<&str> {
            attributes(text)
                .into_iter()
                .map(|range| &text[range])
                .collect()
        };
        assert_eq!(found("a {#fig-1 width=4in} {1, 2}"), ["{#fig-1 width=4in}"]);
        assert_eq!(found("::: {.a b=5}\n5\n:::"), ["::: {.a b=5}", ":::"]);
        assert_eq!(found("{w=\"[20,\n20]\"} {"), ["{w=\"[20,\n20]\"}"]);
    }
}
