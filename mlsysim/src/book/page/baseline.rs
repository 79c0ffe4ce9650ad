//! Numbers that stood on the pages before anything held them to claims: `_lint_baseline.txt`.

use std::collections::BTreeMap;
use std::format;
use std::ops::Range;
use std::path::Path;
use std::string::{String, ToString};

use super::super::error::Error;

/// Beside the pages of a book.
pub(in super::super) const BASELINE: &str = "_lint_baseline.txt";

const HEAD: &str = "\
# Numbers that were typed before `lint` held them to claims: page, what stands before, number,
# what stands behind. `lint --write-baseline` takes out what is no longer there, and adds nothing.
";

/// How much of the text around a number tells it from others.
const AROUND: usize = 24;

/// Numbers that may stay unbound, with how often each stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Baseline {
    entries: BTreeMap<String, usize>,
}

impl Baseline {
    pub(in super::super) fn read(text: &str, file: &Path) -> Result<Baseline, Error> {
        let mut entries = BTreeMap::new();
        for (line, entry) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            if entry.starts_with('#') || entry.trim().is_empty() {
                continue;
            }
            if entry.matches('\t').count() != 3 {
                return Err(Error::Baseline {
                    file: file.to_path_buf(),
                    line,
                });
            }
            *entries.entry(entry.to_string()).or_default() += 1;
        }
        Ok(Baseline { entries })
    }

    /// Takes the entry for a number of a page; whether there was one.
    pub(super) fn take(&mut self, page: &str, text: &str, range: &Range<usize>) -> bool {
        let Some(count) = self.entries.get_mut(&entry(page, text, range)) else {
            return false;
        };
        let was_there = *count > 0;
        *count = count.saturating_sub(1);
        was_there
    }

    pub(super) fn add(&mut self, page: &str, text: &str, range: &Range<usize>) {
        *self.entries.entry(entry(page, text, range)).or_default() += 1;
    }

    pub(in super::super) fn count(&self) -> usize {
        self.entries.values().sum()
    }

    /// Without the entries that are left of it: those that stand on no page any more.
    pub(in super::super) fn without(&self, left: &Baseline) -> Baseline {
        let entries = self.entries.iter().map(|(entry, count)| {
            let left = left.entries.get(entry).copied().unwrap_or(0);
            (entry.clone(), count - left)
        });
        Baseline {
            entries: entries.filter(|(_, count)| *count > 0).collect(),
        }
    }

    pub(in super::super) fn text(&self) -> String {
        let mut text = HEAD.to_string();
        for (entry, count) in &self.entries {
            (0..*count).for_each(|_| text.push_str(&format!("{entry}\n")));
        }
        text
    }
}

/// The same wherever on the page the line is moved.
fn entry(page: &str, text: &str, range: &Range<usize>) -> String {
    // Of the number's own lines; a line may be as long as a page.
    let start = text.floor_char_boundary(range.start.saturating_sub(AROUND));
    let line = text[start..range.start].rfind('\n');
    let start = line.map_or(start, |end| start + end + 1);
    let end = text.ceil_char_boundary((range.end + AROUND).min(text.len()));
    let line = text[range.end..end].find('\n');
    let end = line.map_or(end, |end| range.end + end);
    let field = |range: Range<usize>| text[range].replace(['\t', '\r', '\n'], " ");
    [
        page.replace(['\t', '\r', '\n'], " "),
        field(start..range.start),
        field(range.clone()),
        field(range.end..end),
    ]
    .join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn baseline(text: &str) -> Baseline {
        Baseline::read(text, Path::new("b")).unwrap()
    }

    #[test]
    fn a_number_is_known_by_its_page_and_what_stands_around_it() {
        let text = "Ünder load,\n\tit takes 5 h on eight.\r\n";
        let at = text.find("5 h").unwrap();
        let mut written = Baseline::default();
        written.add("a.qmd", text, &(at..at + 3));
        let mut read = baseline(&written.text());
        assert_eq!((&read, read.count()), (&written, 1));
        assert!(!read.take("b.qmd", text, &(at..at + 3)));
        assert!(read.take("a.qmd", text, &(at..at + 3)));
        // A second one of its kind is new.
        assert!(!read.take("a.qmd", text, &(at..at + 3)));
        let moved = "more\n\n\tit takes 5 h on eight. ";
        let at = moved.find("5 h").unwrap();
        assert!(baseline(&written.text()).take("a.qmd", moved, &(at..at + 3)));
        let edited = moved.replace("5 h", "6 h");
        assert!(!baseline(&written.text()).take("a.qmd", &edited, &(at..at + 3)));
    }

    #[test]
    fn what_is_left_is_taken_out() {
        let all = baseline("a\t\t1\t\na\t\t1\t\na\t\t2\t\n");
        let left = baseline("a\t\t1\t\n");
        assert_eq!(all.without(&left), baseline("a\t\t1\t\na\t\t2\t\n"));
        assert_eq!(all.without(&all), Baseline::default());
    }

    #[test]
    fn a_damaged_line_is_an_error() {
        let error = Baseline::read("# a\n\na b c\n", Path::new("b")).unwrap_err();
        assert!(error.to_string().starts_with("b:3: "), "{error}");
    }
}
