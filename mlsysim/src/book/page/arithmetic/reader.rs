//! What is known and found while a page is read.

use std::format;
use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use super::super::source::Page;
use super::equality::{Equality, Verdict};
use super::symbols::Symbols;
use super::verdict::Judged;

/// Reads the blocks of a page in their order.
pub(super) struct Reader<'a> {
    pub(super) page: &'a Page,
    pub(super) symbols: Symbols,
    pub(super) found: Vec<Equality>,
}

impl Reader<'_> {
    /// Notes what an equality came to; `part` is the computation, where it is not all of it.
    pub(super) fn report(
        &mut self,
        judged: Judged,
        part: Option<Range<usize>>,
        range: Range<usize>,
    ) {
        let source = &self.page.text;
        let part = part.and_then(|part| source.get(with_braces(source, part)));
        let part = part.map_or_else(
            || String::from("it"),
            |part| format!("`{}`", in_one_line(part)),
        );
        let message = match judged.verdict {
            Verdict::Right => String::new(),
            _ => format!("{part} gives {}, not {}", judged.gives, judged.printed),
        };
        let range = with_braces(source, range);
        self.found.push(Equality {
            text: in_one_line(source.get(range.clone()).unwrap_or_default()),
            range,
            line: 0,
            column: 0,
            verdict: judged.verdict,
            message,
            hint: judged.hint,
        });
    }

    /// Notes that a declaration cannot be followed.
    pub(super) fn complain(&mut self, message: String, range: Range<usize>) {
        self.found.push(Equality {
            text: in_one_line(self.page.text.get(range.clone()).unwrap_or_default()),
            range,
            line: 0,
            column: 0,
            verdict: Verdict::Wrong,
            message,
            hint: None,
        });
    }
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// With the command of LaTeX that it begins in, and the braces that close what is opened in it.
fn with_braces(source: &str, range: Range<usize>) -> Range<usize> {
    let before = source.get(..range.start).unwrap_or_default();
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(24))..];
    let inner = before.strip_suffix('{').unwrap_or(before);
    let name = inner.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_command = name.ends_with('\\') && name.len() < inner.len();
    let start = match is_command {
        true => range.start - (before.len() - name.len()) - 1,
        false => range.start,
    };
    let text = source.get(start..range.end).unwrap_or_default();
    let open = text
        .matches('{')
        .count()
        .saturating_sub(text.matches('}').count());
    let rest = source.get(range.end..).unwrap_or_default();
    let closed = rest
        .bytes()
        .take(open)
        .take_while(|byte| *byte == b'}')
        .count();
    start..range.end + closed
}
