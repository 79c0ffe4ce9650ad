//! Attributes within text: `{#fig-a width=85%}`, and the line of a division.

use std::ops::Range;
use std::vec::Vec;

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
