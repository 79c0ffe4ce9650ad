//! Quarto's shortcodes in a page: `{{< var … >}}`, `{{< include … >}}`.

use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

/// What stands at a place of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// In bytes.
    pub(super) range: Range<usize>,
    pub(super) what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Shortcode(Shortcode),
    /// One that is printed as it stands: `{{{< … >}}}` or `{{</* … */>}}`.
    Escape,
    Malformed(Malformed),
}

/// A shortcode that Quarto would expand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shortcode {
    pub(super) name: String,
    /// Without the quotes that may stand around each.
    pub(super) arguments: Vec<String>,
    /// Whether nothing else stands on its line.
    pub(super) alone: bool,
}

/// Why a shortcode is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Malformed {
    #[error("`{{{{<` has no `>}}}}` on its line")]
    Open,
    #[error("`>}}}}` has no `{{{{<` before it")]
    Stray,
    #[error("a shortcode has a space after `{{{{<` and before `>}}}}`")]
    Spaces,
    #[error("the shortcode is empty")]
    Empty,
    #[error("`{{{{{{<` has no `>}}}}}}` on its line")]
    OpenEscape,
}

/// Every shortcode, wherever it stands, in the order of the text.
pub(super) fn scan(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        scan_line(line.trim_end_matches(['\n', '\r']), start, &mut found);
        start += line.len();
    }
    found
}

fn scan_line(line: &str, line_start: usize, found: &mut Vec<Found>) {
    let mut add = |start: usize, end: usize, what| {
        let range = line_start + start..line_start + end;
        found.push(Found { range, what });
    };
    let mut at = 0;
    while let Some(start) = line[at..].find(['{', '>']).map(|offset| at + offset) {
        let rest = &line[start..];
        if let Some(inner) = rest.strip_prefix("{{{<") {
            let Some(length) = inner.find(">}}}") else {
                add(start, line.len(), What::Malformed(Malformed::OpenEscape));
                return;
            };
            at = start + 4 + length + 4;
            add(start, at, What::Escape);
        } else if let Some(inner) = rest.strip_prefix("{{<") {
            let next = inner.find("{{<").unwrap_or(inner.len());
            match inner.find(">}}").filter(|end| *end < next) {
                Some(length) => {
                    at = start + 3 + length + 3;
                    let alone = line.trim() == &line[start..at];
                    add(start, at, read(&inner[..length], alone));
                }
                None => {
                    at = start + 3;
                    add(start, at, What::Malformed(Malformed::Open));
                }
            }
        } else {
            at = start + 1;
            if rest.starts_with(">}}") {
                at = start + 3;
                add(start, at, What::Malformed(Malformed::Stray));
            }
        }
    }
}

/// What stands between `{{<` and `>}}`.
fn read(inner: &str, alone: bool) -> What {
    let trimmed = inner.trim();
    if trimmed.len() >= 4 && trimmed.starts_with("/*") && trimmed.ends_with("*/") {
        return What::Escape;
    }
    let mut words = words(trimmed).into_iter();
    let Some(name) = words.next() else {
        return What::Malformed(Malformed::Empty);
    };
    if !inner.starts_with([' ', '\t']) || !inner.ends_with([' ', '\t']) {
        return What::Malformed(Malformed::Spaces);
    }
    What::Shortcode(Shortcode {
        name,
        arguments: words.collect(),
        alone,
    })
}

/// Words, and texts in quotes without them.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let quoted = matches!(first, '"' | '\'')
            .then(|| rest[1..].split_once(first))
            .flatten();
        let (word, after) = match quoted {
            Some(parts) => parts,
            None => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        words.push(word.to_string());
        rest = after.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;

    fn seen(text: &str) -> Vec<(&str, String)> {
        let seen = |found: Found| {
            let what = match found.what {
                What::Shortcode(shortcode) => shortcode.arguments.join(" "),
                other => format!("{other:?}"),
            };
            (&text[found.range], what)
        };
        scan(text).into_iter().map(seen).collect()
    }

    #[test]
    fn a_shortcode_is_found_by_its_bytes() {
        let text = "Über {{< var a.b >}} und {{< var 'c' >}}\r\n\t{{< include \"a b.qmd\" >}}\r\n";
        assert_eq!(
            seen(text),
            [
                ("{{< var a.b >}}", "a.b".into()),
                ("{{< var 'c' >}}", "c".into()),
                ("{{< include \"a b.qmd\" >}}", "a b.qmd".into())
            ]
        );
        let alone: Vec<bool> = scan(text)
            .iter()
            .map(|found| matches!(&found.what, What::Shortcode(code) if code.alone))
            .collect();
        assert_eq!(alone, [false, false, true]);
    }

    #[test]
    fn escapes_are_none() {
        let text = "{{{< var c >}}} {{</* var d */>}} {{< var e >}}";
        assert_eq!(
            seen(text),
            [
                ("{{{< var c >}}}", "Escape".into()),
                ("{{</* var d */>}}", "Escape".into()),
                ("{{< var e >}}", "e".into())
            ]
        );
    }

    #[test]
    fn what_quarto_would_print_as_it_stands_is_a_mistake() {
        for (text, expected) in [
            ("{{< var a", Malformed::Open),
            ("{{< var a {{< var b >}}", Malformed::Open),
            ("var a >}}", Malformed::Stray),
            ("{{<var a>}}", Malformed::Spaces),
            ("{{< >}}", Malformed::Empty),
            ("{{{< var a >}}", Malformed::OpenEscape),
        ] {
            assert_eq!(scan(text)[0].what, What::Malformed(expected), "{text}");
        }
        assert_eq!(
            Malformed::Open.to_string(),
            "`{{<` has no `>}}` on its line"
        );
    }
}
