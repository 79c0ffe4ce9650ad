//! The blocks of a page: where code stands, and what ends a paragraph.
//!
//! They are CommonMark's, read as Pandoc reads them where the two differ: what
//! has no blank line before it does not begin a list, a heading or a quote (in
//! math that goes over several lines, `+ b` at the start of one is no list), and
//! a fence that stays open is no fence.

use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// What a page is made of, in bytes.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// Of the page: its title and options.
    pub(super) front_matter: Range<usize>,
    pub(super) code: Vec<Code>,
    /// No math goes beyond one of these; sorted.
    pub(super) walls: Vec<usize>,
}

/// A fence, or HTML in which Markdown is not read.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) range: Range<usize>,
    /// Whether its author has told Quarto to leave shortcodes as they are.
    pub(super) is_verbatim: bool,
}

/// The blocks of a page.
pub(super) fn blocks(text: &str) -> Blocks {
    let front_matter = front_matter(text);
    let start = front_matter.end;
    let mut blocks = Blocks {
        front_matter,
        ..Blocks::default()
    };
    // Each line of the front matter is an entry of its own.
    let ends = text[..start].match_indices('\n').map(|(end, _)| end + 1);
    blocks.walls.extend(ends);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let parser = Parser::new_ext(&text[start..], options).into_offset_iter();
    // For each list that is open, whether Pandoc sees one there too.
    let mut lists: Vec<bool> = Vec::new();
    let mut items = 0_usize;
    for (event, range) in parser {
        let range = start + range.start..start + range.end;
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                if is_closed(&text[range.clone()]) =>
            {
                blocks.walls.extend([range.start, range.end]);
                let is_verbatim = is_verbatim(&info);
                blocks.code.push(Code { range, is_verbatim });
            }
            Event::Start(Tag::HtmlBlock) if is_not_markdown(&text[range.clone()]) => {
                blocks.walls.extend([range.start, range.end]);
                blocks.code.push(Code {
                    range,
                    is_verbatim: false,
                });
            }
            Event::Start(Tag::TableCell) => blocks.walls.extend([range.start, range.end]),
            Event::Start(Tag::Heading { .. }) if begins(text, range.start) => {
                blocks.walls.extend([range.start, range.end]);
            }
            Event::Start(Tag::List(_)) => {
                lists.push(items > 0 || begins(text, range.start));
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
            }
            Event::Start(Tag::Item) => {
                items += 1;
                if lists.last().is_some_and(|is_list| *is_list) {
                    blocks.walls.push(range.start);
                }
            }
            Event::End(TagEnd::Item) => items = items.saturating_sub(1),
            _ => {}
        }
    }
    blocks.walls.extend(blank_lines(text));
    blocks.walls.sort_unstable();
    blocks.code.sort_by_key(|code| code.range.start);
    blocks
}

/// From the `---` of the first line to the next; empty where the page has none.
fn front_matter(text: &str) -> Range<usize> {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut end = mark;
    for (index, line) in text[mark..].split_inclusive('\n').enumerate() {
        end += line.len();
        match (index, line.trim_end()) {
            (0, "---") => {}
            (0, _) => break,
            (_, "---" | "...") => return 0..end,
            _ => {}
        }
    }
    0..0
}

/// Whether the last line of a fence closes it.
fn is_closed(fence: &str) -> bool {
    let bare = |line: &str| -> String {
        let line = line.trim_start_matches([' ', '\t', '>']);
        line.trim_end().into()
    };
    let mut lines = fence.trim_end().lines();
    let open = lines.next().map(bare).unwrap_or_default();
    let Some(sign) = open.chars().next() else {
        return false;
    };
    let count = open.chars().take_while(|c| *c == sign).count();
    lines
        .next_back()
        .map(bare)
        .is_some_and(|last| last.chars().all(|c| c == sign) && last.chars().count() >= count)
}

/// Quarto's `{.markdown shortcodes="false"}`.
fn is_verbatim(info: &str) -> bool {
    let info: String = info.chars().filter(|c| !matches!(c, '"' | '\'')).collect();
    info.split(|c: char| c.is_whitespace() || matches!(c, '{' | '}'))
        .any(|word| word == "shortcodes=false")
}

fn is_not_markdown(html: &str) -> bool {
    let html = html.trim_start().to_ascii_lowercase();
    ["<script", "<style", "<pre", "<textarea"]
        .iter()
        .any(|tag| html.starts_with(tag))
}

/// Whether the line before is blank.
fn begins(text: &str, start: usize) -> bool {
    let before = &text[..start];
    let Some(end) = before.rfind('\n') else {
        return true;
    };
    let line_start = before[..end].rfind('\n').map_or(0, |end| end + 1);
    is_blank(&before[line_start..end])
}

fn is_blank(line: &str) -> bool {
    line.trim_start_matches([' ', '\t', '>']).trim().is_empty()
}

fn blank_lines(text: &str) -> Vec<usize> {
    let mut start = 0;
    let mut blank = Vec::new();
    for line in text.split_inclusive('\n') {
        if is_blank(line) {
            blank.push(start);
        }
        start += line.len();
    }
    blank
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Vec<&str> {
        let code = blocks(text).code.into_iter();
        code.map(|code| &text[code.range]).collect()
    }

    #[test]
    fn code_is_found_in_lists_and_quotes_too() {
        assert_eq!(code("a\n\n```r\nb\n```\nc"), ["```r\nb\n```"]);
        assert_eq!(code("- a\n\n  ~~~\n  b\n  ~~~\n"), ["~~~\n  b\n  ~~~"]);
        assert_eq!(code("> ````\r\n> ```\r\n> ````\r\n").len(), 1);
        assert_eq!(code("<script>\n$a$\n\n$b$\n</script>\n").len(), 1);
        // Without its end it is no fence.
        assert!(code("```\na\n").is_empty() && code("```").is_empty());
        assert!(code("~~~~\na\n~~~\n").is_empty());
    }

    #[test]
    fn a_fence_may_keep_its_shortcodes() {
        let verbatim = |text| blocks(text).code[0].is_verbatim;
        assert!(verbatim("```{.md shortcodes=\"false\"}\na\n```\n"));
        assert!(!verbatim("```{.md shortcodes=\"true\"}\na\n```\n"));
    }

    #[test]
    fn front_matter_ends_where_it_says() {
        assert_eq!(blocks("---\r\na: 1\r\n---\r\nb").front_matter, 0..16);
        assert_eq!(blocks("\u{feff}---\na: 1\n...\nb").front_matter, 0..16);
        assert!(blocks("---\na: 1\n").front_matter.is_empty());
        assert!(blocks("a\n---\n").front_matter.is_empty());
    }

    #[test]
    fn a_line_of_math_is_no_list() {
        let wall = |text: &str, sign| blocks(text).walls.contains(&text.find(sign).unwrap());
        assert!(!wall("$$\na\n+ b\n$$\n", '+'));
        assert!(wall("a\n\n+ b\n", '+') && wall("- a\n  + b\n", '+'));
    }
}
