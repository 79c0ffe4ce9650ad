//! Tags and comments within text.

use std::ops::Range;
use std::vec::Vec;

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text,
    Tag,
    Comment,
}

/// Splits HTML; a tag that nothing closes is text.
pub(super) fn pieces(html: &str) -> Vec<(Range<usize>, Piece)> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(offset) = html[at..].find('<') {
        let open = at + offset;
        let (length, piece) = match html[open..].starts_with("<!--") {
            true => (html[open..].find("-->").map(|end| end + 3), Piece::Comment),
            false => (tag_length(&html[open..]), Piece::Tag),
        };
        let is_tag =
            html[open + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        match length {
            Some(length) if is_tag => {
                if start < open {
                    pieces.push((start..open, Piece::Text));
                }
                at = open + length;
                start = at;
                pieces.push((open..at, piece));
            }
            Some(_) => at = open + 1,
            // Where one stays open, so do all that follow.
            None => break,
        }
    }
    if start < html.len() {
        pieces.push((start..html.len(), Piece::Text));
    }
    pieces
}

/// To the `>` outside of quotes.
fn tag_length(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (index, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(index + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    tag.find('>').map(|end| end + 1)
}

/// The name of a tag, and whether it closes: `</td>`.
pub(super) fn name(tag: &str) -> (&str, bool) {
    let inner = tag.trim_start_matches('<');
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
    (&inner[..end.unwrap_or(inner.len())], closes)
}

/// Whether the text goes on over a tag.
pub(super) fn is_inline(name: &str) -> bool {
    [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub",
        "sup", "time", "tt", "u", "var", "wbr",
    ]
    .contains(&name)
}

/// Whether what stands in a tag is code.
pub(super) fn is_code(name: &str) -> bool {
    [
        "code", "kbd", "pre", "samp", "script", "style", "textarea", "tt",
    ]
    .contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<&str> {
        let pieces = pieces(html).into_iter();
        pieces.map(|(range, _)| &html[range]).collect()
    }

    #[test]
    fn tags_end_outside_of_quotes() {
        assert_eq!(texts("a<b t='>'>c</b>"), ["a", "<b t='>'>", "c", "</b>"]);
        assert_eq!(texts("5 < 6<!-- <b> -->7"), ["5 < 6", "<!-- <b> -->", "7"]);
        assert_eq!(texts("a <b"), ["a <b"]);
        assert_eq!(
            (name("</td>"), name("<TR a=1>")),
            (("td", true), ("TR", false))
        );
    }
}
