//! Numbers that are no quantities by the pattern that they stand in: `_lint_patterns.txt`.

use std::format;
use std::ops::Range;
use std::path::Path;
use std::string::String;
use std::vec::Vec;

use regex_lite::{Regex, RegexBuilder};

use super::problem::Problem;

/// Beside the pages of a book.
pub(super) const PATTERNS: &str = "_lint_patterns.txt";

/// The patterns of a book.
#[derive(Clone, Default)]
pub(super) struct Patterns {
    patterns: Vec<Pattern>,
}

#[derive(Clone)]
struct Pattern {
    line: usize,
    regex: Regex,
    is_used: bool,
}

impl Patterns {
    /// The patterns of a text, a line each below the reason for it, and its mistakes.
    pub(super) fn read(text: &str, file: &Path) -> (Patterns, Vec<Problem>) {
        let (mut patterns, mut problems) = (Vec::new(), Vec::new());
        let mut has_reason = false;
        for (line, text) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let mut wrong = |message: String| {
                problems.push(Problem {
                    file: file.to_path_buf(),
                    line,
                    column: 1,
                    message,
                });
            };
            if let Some(reason) = text.strip_prefix('#') {
                has_reason = !reason.trim().is_empty();
            } else if text.trim().is_empty() {
                has_reason = false;
            } else if !has_reason {
                wrong("a pattern needs a reason: write `# why` on the line above it".into());
            } else {
                match RegexBuilder::new(text).multi_line(true).build() {
                    Err(error) => wrong(format!("`{text}` is no pattern: {error}")),
                    Ok(regex) if regex.is_match("") => {
                        wrong(format!("`{text}` matches what is empty, and so everything"));
                    }
                    Ok(regex) => patterns.push(Pattern {
                        line,
                        regex,
                        is_used: false,
                    }),
                }
            }
        }
        (Patterns { patterns }, problems)
    }

    /// Where a page is exempt, in order.
    pub(super) fn places(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let patterns = self.patterns.iter().enumerate();
        let all = patterns.flat_map(|(index, pattern)| {
            let found = pattern.regex.find_iter(text);
            found.map(move |found| (found.range(), index))
        });
        let mut all: Vec<(Range<usize>, usize)> = all.collect();
        all.sort_by_key(|(range, _)| range.start);
        all
    }

    pub(super) fn used(&mut self, index: usize) {
        self.patterns[index].is_used = true;
    }

    /// Those that no page needs.
    pub(super) fn unused(&self, file: &Path) -> impl Iterator<Item = Problem> {
        let unused = self.patterns.iter().filter(|pattern| !pattern.is_used);
        unused.map(|pattern| Problem {
            file: file.to_path_buf(),
            line: pattern.line,
            column: 1,
            message: format!(
                "`{}` exempts no number of the pages: take it out",
                pattern.regex.as_str()
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::*;

    fn read(text: &str) -> (Patterns, Vec<String>) {
        let (patterns, problems) = Patterns::read(text, Path::new("p"));
        let problems = problems.iter().map(ToString::to_string);
        (patterns, problems.collect())
    }

    #[test]
    fn a_pattern_has_its_reason_above() {
        let (patterns, problems) =
            read("# Names of models.\r\nLlama-\\d+\r\nQwen \\d+\n\nx\n#\ny\n");
        let found = patterns.places("A Qwen 3 and a Llama-3.");
        assert_eq!(found, [(2..8, 1), (15..22, 0)]);
        let expected = "a pattern needs a reason: write `# why` on the line above it";
        assert_eq!(
            problems,
            [format!("p:5:1: {expected}"), format!("p:7:1: {expected}")]
        );
    }

    #[test]
    fn what_is_no_pattern_or_takes_everything_is_told() {
        let (_, problems) = read("# Why.\n(a\n\\d*\n");
        assert!(
            problems[0].starts_with("p:2:1: `(a` is no pattern: "),
            "{problems:?}"
        );
        assert_eq!(
            problems[1],
            "p:3:1: `\\d*` matches what is empty, and so everything"
        );
    }

    #[test]
    fn a_pattern_that_nothing_needs_is_told() {
        let (mut patterns, _) = read("# Why.\na\nb\n");
        patterns.used(0);
        let unused: Vec<String> = patterns
            .unused(Path::new("p"))
            .map(|it| it.to_string())
            .collect();
        assert_eq!(
            unused,
            ["p:3:1: `b` exempts no number of the pages: take it out"]
        );
    }
}
