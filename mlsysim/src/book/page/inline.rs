//! What stands within the paragraphs of a page: math, code, comments, labels
//! and references to them, by Pandoc's rules.

use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

use super::blocks::Blocks;
use super::extent::{code_end, comment_end, display_end, environment_end, key_length, math_end};
use super::shortcode::Found;

/// In bytes, each list in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Inline {
    pub(super) math: Vec<Range<usize>>,
    pub(super) code: Vec<Range<usize>>,
    /// Labels of equations: `eq-x` of `$$ … $$ {#eq-x}`.
    pub(super) labels: Vec<Name>,
    /// References to them: `eq-x` of `@eq-x`.
    pub(super) references: Vec<Name>,
    /// References to figures, tables and sections: `fig-x` of `@fig-x`.
    pub(super) others: Vec<Name>,
}

/// How the names of figures, tables and sections begin.
const OTHERS: [&str; 3] = ["fig-", "tbl-", "sec-"];

/// A name, and where it stands with its signs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    pub(super) name: String,
    pub(super) range: Range<usize>,
}

/// Reads the paragraphs of a page.
pub(super) fn inline(text: &str, blocks: &Blocks, shortcodes: &[Found]) -> Inline {
    let mut reader = Reader {
        text,
        walls: &blocks.walls,
        shortcodes,
        is_open: false,
        line: 0,
        seen: 0,
        found: Inline::default(),
    };
    // Titles are Markdown too.
    reader.part(0, blocks.front_matter.end);
    let mut start = blocks.front_matter.end;
    for code in &blocks.code {
        reader.part(start, code.range.start);
        start = code.range.end.max(start);
    }
    reader.part(start, text.len());
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    walls: &'a [usize],
    /// Those that are not read yet.
    shortcodes: &'a [Found],
    /// Whether a comment was opened that nothing closes before the next piece of code.
    is_open: bool,
    /// Where the line begins that the place before this one is in.
    line: usize,
    /// Up to where lines are counted.
    seen: usize,
    found: Inline,
}

impl Reader<'_> {
    /// From one piece of code to the next.
    fn part(&mut self, start: usize, end: usize) {
        let mut at = start;
        let mut wall = start;
        self.is_open = false;
        while let Some(offset) = self
            .text
            .get(at..end)
            .and_then(|rest| rest.find(['\\', '`', '<', '$', '@', '{']))
        {
            at += offset;
            if wall <= at {
                let after = self.walls.partition_point(|wall| *wall <= at);
                wall = self.walls.get(after).map_or(end, |wall| (*wall).min(end));
            }
            at = self.sign(at, wall, end);
        }
    }

    /// Reads what begins with the sign at `at`; where to go on.
    fn sign(&mut self, at: usize, wall: usize, end: usize) -> usize {
        let rest = &self.text[at..wall];
        match rest.as_bytes().first() {
            Some(b'\\') => match environment_end(&self.text[at..end]) {
                Some(length) => {
                    self.found.math.push(at..at + length);
                    at + length
                }
                None => {
                    let escaped = rest[1..].chars().next();
                    at + 1 + escaped.map_or(0, char::len_utf8)
                }
            },
            Some(b'`') => {
                let ticks = rest.len() - rest.trim_start_matches('`').len();
                match code_end(rest, ticks) {
                    Some(length) => {
                        self.found.code.push(at..at + length);
                        at + length
                    }
                    None => at + ticks,
                }
            }
            Some(b'<') => self.comment(at, end),
            Some(b'$') => match display_end(rest).or_else(|| math_end(rest, &self.text[at..])) {
                Some(length) => {
                    self.found.math.push(at..at + length);
                    if rest.starts_with("$$") {
                        self.label_after(at + length, wall);
                    }
                    at + length
                }
                None => at + 1,
            },
            Some(b'@') => self.reference(at, wall),
            Some(b'{') => self.brace(at, wall),
            _ => at + 1,
        }
    }

    fn comment(&mut self, at: usize, end: usize) -> usize {
        let is_comment = self.text[at..end].starts_with("<!--");
        // Where one stays open, so do all that follow.
        if !is_comment || self.is_open {
            return at + 1;
        }
        match comment_end(&self.text[at..end]) {
            Some(length) => {
                self.found.code.push(at..at + length);
                at + length
            }
            None => {
                self.is_open = true;
                at + 1
            }
        }
    }

    /// Passes over a shortcode; notes the label of a fenced division.
    fn brace(&mut self, at: usize, wall: usize) -> usize {
        let passed = self
            .shortcodes
            .partition_point(|found| found.range.start < at);
        self.shortcodes = &self.shortcodes[passed..];
        if let Some(found) = self.shortcodes.first().filter(|f| f.range.start == at) {
            return found.range.end;
        }
        // A long line is not gone back over for each of its braces.
        if let Some(end) = self.text[self.seen..at].rfind('\n') {
            self.line = self.seen + end + 1;
        }
        self.seen = at;
        if self.text[self.line..at].trim_start().starts_with(":::") {
            self.label_after(at, wall);
        }
        at + 1
    }

    fn label_after(&mut self, at: usize, wall: usize) {
        let rest = &self.text[at..wall];
        let attributes = rest.trim_start();
        let start = at + rest.len() - attributes.len();
        let Some((inner, _)) = attributes
            .strip_prefix('{')
            .and_then(|inner| inner.split_once('}'))
        else {
            return;
        };
        let label = inner
            .split_whitespace()
            .filter_map(|word| word.strip_prefix('#'))
            .find(|label| label.starts_with("eq-"));
        self.found.labels.extend(label.map(|label| Name {
            name: label.to_string(),
            range: start..start + inner.len() + 2,
        }));
    }

    fn reference(&mut self, at: usize, wall: usize) -> usize {
        let before = self.text[..at].chars().next_back();
        let rest = &self.text[at + 1..wall];
        let (key, length) = match rest.strip_prefix('{').and_then(|key| key.split_once('}')) {
            Some((key, _)) => (key, key.len() + 2),
            None => {
                let length = key_length(rest);
                (&rest[..length], length)
            }
        };
        let is_word = before.is_some_and(char::is_alphanumeric);
        let is_equation = key.starts_with("eq-") || key.starts_with("Eq-");
        let range = at..at + 1 + length;
        let end = range.end;
        if !is_word && OTHERS.iter().any(|kind| key.starts_with(kind)) {
            let name = key.to_string();
            self.found.others.push(Name { name, range });
            return end;
        }
        if is_word || !is_equation || key.len() == "eq-".len() {
            return at + 1;
        }
        self.found.references.push(Name {
            name: std::format!("eq-{}", &key["eq-".len()..]),
            range,
        });
        end
    }
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks, shortcode::scan};
    use super::*;

    fn read(text: &str) -> Inline {
        inline(text, &blocks(text), &scan(text))
    }

    fn math(text: &str) -> Vec<&str> {
        let math = read(text).math.into_iter();
        math.map(|range| &text[range]).collect()
    }

    #[test]
    fn math_stands_between_dollars_that_are_no_prices() {
        assert_eq!(math("a $x$ b $$\ny\n$$ c"), ["$x$", "$$\ny\n$$"]);
        assert_eq!(math(r"$\$5$ and \$x$"), [r"$\$5$"]);
        assert_eq!(math(r"$a \text{ if $b$ }$"), [r"$a \text{ if $b$ }$"]);
        assert_eq!(math("$$\na\n+ b\n= c\n$$"), ["$$\na\n+ b\n= c\n$$"]);
        assert_eq!(
            math("> $$\n> {{< var a >}}\n> $$"),
            ["$$\n> {{< var a >}}\n> $$"]
        );
        let environment = "\\begin{align*}\na\n\\end{align*}";
        assert_eq!(math(&std::format!("{environment} b")), [environment]);
        for none in [
            "from $20,000 to $30,000",
            "$5 or $ 6",
            "$a\n\nb$",
            "- $5\n- and 3$\n",
            "`$a$`",
            "<!-- $a$ -->",
            "```\n$a$\n```\n",
            "---\na: $5\nb: 3$\n---\n",
            "|a|b|\n|-|-|\n|$5|3$|\n",
            "$$\na\n\nb\n$$",
            r"\begin{tabular} a \end{tabular}",
        ] {
            assert!(math(none).is_empty(), "{none}: {:?}", math(none));
        }
    }

    #[test]
    fn labels_and_references_are_found_where_quarto_finds_them() {
        let names =
            |names: Vec<Name>| -> Vec<String> { names.into_iter().map(|name| name.name).collect() };
        let labels = |text| names(read(text).labels);
        let references = |text| names(read(text).references);
        assert_eq!(
            labels("$$\na\n$$ {#eq-a}\n\n$$b$${#eq-b .c}"),
            ["eq-a", "eq-b"]
        );
        assert_eq!(labels("::: {#eq-a}\n$$b$$\n:::"), ["eq-a"]);
        assert!(labels("a {#eq-a}\n\n```\n$$b$$ {#eq-b}\n```\n").is_empty());
        assert_eq!(
            references("@eq-a-b. [see @eq-c; -@eq-d] @{eq-e} @Eq-f's"),
            ["eq-a-b", "eq-c", "eq-d", "eq-e", "eq-f"]
        );
        assert!(references(r"\@eq-a me@eq-b `@eq-c` @fig-d @eq $@eq-e$").is_empty());
    }
}
