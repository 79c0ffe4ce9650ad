//! The front matter of a page: its titles are text, the rest is not.

use std::ops::Range;
use std::vec::Vec;

use mlsysim_prose::Kind;

/// The entries whose values a reader sees as text.
const TEXTS: [&str; 7] = [
    "title",
    "subtitle",
    "abstract",
    "description",
    "summary",
    "pagetitle",
    "lead",
];

/// Each line of the front matter: text if it has no kind.
pub(super) fn front_matter(text: &str, range: Range<usize>) -> Vec<(Range<usize>, Option<Kind>)> {
    let mut lines = Vec::new();
    let mut start = range.start;
    let mut kind = Some(Kind::Attribute);
    for line in text[range].split_inclusive('\n') {
        let mut begin = start;
        let is_entry = !line.starts_with([' ', '\t', '-', '\r', '\n', '#']);
        if let Some((key, _)) = line.split_once(':').filter(|_| is_entry) {
            begin += key.len() + 1;
            kind = match key.trim() {
                key if TEXTS.contains(&key) => None,
                key if key.starts_with("date") => Some(Kind::Date),
                _ => Some(Kind::Attribute),
            };
        } else if line.starts_with("---") {
            kind = Some(Kind::Attribute);
        }
        lines.push((
            begin..start + line.trim_end().len().max(begin - start),
            kind,
        ));
        start += line.len();
    }
    lines
}
