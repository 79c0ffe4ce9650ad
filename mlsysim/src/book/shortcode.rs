//! Quarto's shortcodes in a page: `{{< var … >}}`, `{{< include … >}}`.

use std::string::{String, ToString};
use std::vec::Vec;

/// What stands at a place of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Counted from one.
    pub(super) line: usize,
    /// In characters, counted from one.
    pub(super) column: usize,
    pub(super) shortcode: Result<Shortcode, Malformed>,
}

/// A shortcode that Quarto would expand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shortcode {
    pub(super) name: String,
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

/// Every shortcode outside of code fences; escaped ones are none.
pub(super) fn scan(text: &str) -> Vec<Found> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        match fence(lines[index]).and_then(|fence| closing(&lines, index, fence)) {
            Some(end) => index = end,
            None => scan_line(lines[index], index + 1, &mut found),
        }
        index += 1;
    }
    found
}

/// The sign of a fence and how many of it open it.
fn fence(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let count = line.chars().take_while(|c| *c == sign).count();
    let is_inline = sign == '`' && line[count..].contains('`');
    (count >= 3 && !is_inline).then_some((sign, count))
}

/// The line that closes the fence; one that stays open is no fence to Pandoc.
fn closing(lines: &[&str], start: usize, (sign, count): (char, usize)) -> Option<usize> {
    (start + 1..lines.len()).find(|index| {
        let line = lines[*index]
            .trim_start_matches([' ', '\t', '>'])
            .trim_end();
        line.len() >= count && line.chars().all(|c| c == sign)
    })
}

fn scan_line(line: &str, number: usize, found: &mut Vec<Found>) {
    let mut at = 0;
    let mut add = |at: usize, shortcode| {
        found.push(Found {
            line: number,
            column: line[..at].chars().count() + 1,
            shortcode,
        });
    };
    while let Some(start) = line[at..].find(['{', '>']).map(|offset| at + offset) {
        let rest = &line[start..];
        if let Some(inner) = rest.strip_prefix("{{{<") {
            match inner.find(">}}}") {
                Some(end) => at = start + 4 + end + 4,
                None => {
                    add(start, Err(Malformed::OpenEscape));
                    return;
                }
            }
        } else if let Some(inner) = rest.strip_prefix("{{<") {
            let end = inner.find(">}}");
            let next = inner.find("{{<").unwrap_or(inner.len());
            match end.filter(|end| *end < next) {
                Some(end) => {
                    let length = 3 + end + 3;
                    let alone = line.trim() == &rest[..length];
                    if let Some(shortcode) = parse(&inner[..end], alone).transpose() {
                        add(start, shortcode);
                    }
                    at = start + length;
                }
                None => {
                    add(start, Err(Malformed::Open));
                    at = start + 3;
                }
            }
        } else {
            if rest.starts_with(">}}") {
                add(start, Err(Malformed::Stray));
            }
            at = start + 1;
        }
    }
}

/// `None` for a shortcode that is escaped by `/* … */`.
fn parse(inner: &str, alone: bool) -> Result<Option<Shortcode>, Malformed> {
    let trimmed = inner.trim();
    if trimmed.starts_with("/*") && trimmed.ends_with("*/") {
        return Ok(None);
    }
    let mut words = trimmed.split_whitespace().map(str::to_string);
    let name = words.next().ok_or(Malformed::Empty)?;
    if !inner.starts_with([' ', '\t']) || !inner.ends_with([' ', '\t']) {
        return Err(Malformed::Spaces);
    }
    Ok(Some(Shortcode {
        name: name.to_string(),
        arguments: words.collect(),
        alone,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(usize, usize, String)> {
        scan(text)
            .into_iter()
            .map(|found| {
                let name = match found.shortcode {
                    Ok(shortcode) => shortcode.arguments.join(" "),
                    Err(error) => error.to_string(),
                };
                (found.line, found.column, name)
            })
            .collect()
    }

    #[test]
    fn places_are_counted_in_characters() {
        let text = "Über {{< var a.b >}} und {{< var c >}}\n  {{< include x.qmd >}}";
        assert_eq!(
            names(text),
            [
                (1, 6, "a.b".into()),
                (1, 26, "c".into()),
                (2, 3, "x.qmd".into())
            ]
        );
        let alone: Vec<bool> = scan(text)
            .iter()
            .map(|f| f.shortcode.as_ref().unwrap().alone)
            .collect();
        assert_eq!(alone, [false, false, true]);
    }

    #[test]
    fn code_and_escapes_are_left_alone() {
        let text = "```md\n{{< var a >}}\n```\n~~~~\n~~~\n{{< var b >}}\n~~~~\n\
                    {{{< var c >}}} {{</* var d */>}} {{< var e >}}";
        assert_eq!(names(text), [(8, 35, "e".into())]);
        // Without its end it is no fence.
        assert_eq!(names("```\n{{< var a >}}"), [(2, 1, "a".into())]);
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
            assert_eq!(scan(text)[0].shortcode, Err(expected), "{text}");
        }
        assert_eq!(
            Malformed::Open.to_string(),
            "`{{<` has no `>}}` on its line"
        );
    }
}
