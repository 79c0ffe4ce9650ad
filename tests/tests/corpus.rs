//! The reader of quantities is measured by the corpus: `corpus/README.md` says what a verdict is.
//!
//! ```sh
//! cargo test -p mlsysim-tests --test corpus -- --nocapture
//! ```

use std::fmt::Write;
use std::fs;
use std::path::Path;

use mlsysim::book::{PageNumber, numbers_of};
use mlsysim_prose::What;

/// A line of an `.expected`.
struct Expected {
    line: usize,
    column: usize,
    verdict: String,
    text: String,
}

impl Expected {
    fn read(line: &str) -> Expected {
        let mut fields = line.split('\t');
        let mut next = || fields.next().expect("three fields");
        let (place, verdict, text) = (next(), next(), next());
        let (line, column) = place.split_once(':').expect("a line and a column");
        Expected {
            line: line.parse().expect("a line"),
            column: column.parse().expect("a column"),
            verdict: verdict.into(),
            text: text.into(),
        }
    }

    fn is_at(&self, number: &PageNumber) -> bool {
        (number.line, number.column) == (self.line, self.column)
    }

    fn holds(&self, number: &PageNumber) -> bool {
        let end = self.column + self.text.chars().count();
        number.line == self.line && (self.column..end).contains(&number.column)
    }
}

#[derive(Default)]
struct Score {
    quantities: usize,
    found: usize,
    exempt: usize,
    reported: usize,
    /// Exempt ones that are told with their kind.
    told: usize,
    /// Quantities that begin where the corpus has nothing.
    strays: usize,
    report: String,
}

impl Score {
    fn page(&mut self, name: &str, page: &str, expected: &str) {
        let expected: Vec<Expected> = expected.lines().map(Expected::read).collect();
        let numbers = numbers_of(page.into());
        let is_quantity = |number: &&PageNumber| number.what == What::Quantity;
        for one in &expected {
            let text = &one.text;
            let place = format!("{name}:{}:{}", one.line, one.column);
            let Some(kind) = one.verdict.strip_prefix("exempt:") else {
                self.quantities += 1;
                match numbers.iter().filter(is_quantity).any(|it| one.is_at(it)) {
                    true => self.found += 1,
                    false => writeln!(self.report, "{place}: missed: {text}").expect("a text"),
                }
                continue;
            };
            self.exempt += 1;
            if numbers.iter().filter(is_quantity).any(|it| one.holds(it)) {
                self.reported += 1;
                writeln!(self.report, "{place}: false alarm: {text} ({kind})").expect("a text");
            }
            let told = numbers.iter().any(|it| match it.what {
                What::Exempt(told) => {
                    let is_same = format!("{told:?}").to_lowercase() == kind;
                    let start = byte_at(page, one.line, one.column);
                    is_same && it.range.contains(&start)
                }
                What::Quantity => false,
            });
            self.told += usize::from(told);
        }
        for number in numbers.iter().filter(is_quantity) {
            if !expected
                .iter()
                .any(|one| one.is_at(number) || one.verdict != "quantity" && one.holds(number))
            {
                self.strays += 1;
                let (line, column) = (number.line, number.column);
                let text = &page[number.range.clone()];
                writeln!(
                    self.report,
                    "{name}:{line}:{column}: not in the corpus: {text}"
                )
                .expect("a text");
            }
        }
    }
}

fn byte_at(page: &str, line: usize, column: usize) -> usize {
    let start: usize = page
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let rest = page[start..].char_indices().nth(column - 1);
    start + rest.map_or(0, |(offset, _)| offset)
}

#[test]
fn the_quantities_of_the_corpus_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/quantities");
    let mut pages: Vec<_> = fs::read_dir(&folder)
        .expect("the corpus")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    pages.sort();
    let mut score = Score::default();
    for path in pages {
        let page = fs::read_to_string(&path).expect("a page");
        let expected = fs::read_to_string(path.with_extension("expected")).expect("its verdicts");
        let name = path.file_name().expect("a name").to_string_lossy();
        score.page(&name, &page, &expected);
    }
    let Score {
        quantities,
        found,
        exempt,
        reported,
        told,
        strays,
        report,
    } = score;
    println!("{found} of {quantities} quantities found, {strays} besides");
    println!("{reported} of {exempt} exempt numbers reported, {told} told with their kind");
    let is_good = found * 100 >= quantities * 98 && reported * 100 <= exempt * 2;
    assert!(is_good && strays * 100 <= quantities * 2, "\n{report}");
    println!("{report}");
}
