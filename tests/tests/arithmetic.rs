//! The reader of displayed arithmetic is measured by the corpus: `corpus/README.md` says what a
//! verdict is.
//!
//! ```sh
//! cargo test -p mlsysim-tests --test arithmetic -- --nocapture
//! ```

use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use mlsysim::book::{Equality, Verdict, equalities_of};

/// A line of an `.expected`.
struct Expected {
    line: usize,
    verdict: String,
    range: Range<usize>,
}

impl Expected {
    fn read(line: &str, page: &str) -> Expected {
        let mut fields = line.splitn(3, '\t');
        let mut next = || fields.next().expect("three fields");
        let (line, verdict, text) = (next(), next(), next());
        let line: usize = line.parse().expect("a line");
        let lines = page.split_inclusive('\n');
        let start: usize = lines.take(line - 1).map(str::len).sum();
        let at = page[start..]
            .find(text)
            .expect("the text stands on its line");
        Expected {
            line,
            verdict: verdict.into(),
            range: start + at..start + at + text.len(),
        }
    }

    fn holds(&self, equality: &Equality) -> bool {
        equality.range.start < self.range.end && self.range.start < equality.range.end
    }
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "right",
        // A note is no alarm.
        Verdict::Rounded => "rounded",
        Verdict::Cut => "cut",
        Verdict::Unit => "unit",
        Verdict::Wrong => "wrong",
    }
}

#[derive(Default)]
struct Score {
    readable: usize,
    computed: usize,
    faults: usize,
    classed: usize,
    alarms: usize,
    report: String,
}

impl Score {
    fn page(&mut self, file: &str, page: &str, expected: &str) {
        let expected = expected.lines().map(|line| Expected::read(line, page));
        let expected: Vec<Expected> = expected.collect();
        let found = equalities_of(page.into());
        for one in &expected {
            let (line, verdict) = (one.line, &*one.verdict);
            let text = &page[one.range.clone()];
            let here = || found.iter().filter(|it| one.holds(it));
            let fault = here().find(|it| it.verdict.is_fault());
            let given = fault.or_else(|| here().next());
            let given_name = given.map_or("nothing", |it| name(it.verdict));
            match verdict {
                "none" | "unreadable" => {
                    if let Some(fault) = fault {
                        self.alarm(file, fault);
                    }
                    continue;
                }
                "right" => {
                    if let Some(fault) = fault {
                        self.alarm(file, fault);
                    }
                }
                _ => {
                    self.faults += 1;
                    self.classed += usize::from(given_name == verdict);
                }
            }
            self.readable += 1;
            self.computed += usize::from(given.is_some());
            if given_name != verdict {
                let message = given.map_or("", |it| &*it.message);
                writeln!(
                    self.report,
                    "{file}:{line}: {given_name} for {verdict}: {text} {message}"
                )
                .expect("a text");
            }
        }
        let stray = |fault: &&Equality| !expected.iter().any(|one| one.holds(fault));
        for fault in found
            .iter()
            .filter(|it| it.verdict.is_fault())
            .filter(stray)
        {
            self.alarm(file, fault);
        }
    }

    fn alarm(&mut self, file: &str, fault: &Equality) {
        self.alarms += 1;
        let (line, column) = (fault.line, fault.column);
        let (verdict, text, message) = (name(fault.verdict), &fault.text, &fault.message);
        writeln!(
            self.report,
            "{file}:{line}:{column}: false alarm: {verdict}: {text}: {message}"
        )
        .expect("a text");
    }
}

/// The pages of a folder of the corpus.
fn pages(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(folder);
    let mut pages: Vec<_> = fs::read_dir(&folder)
        .expect("the corpus")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    pages.sort();
    pages
}

#[test]
fn the_equalities_of_the_corpus_are_computed_again() {
    let mut score = Score::default();
    for path in pages("arithmetic") {
        let page = fs::read_to_string(&path).expect("a page");
        let expected = fs::read_to_string(path.with_extension("expected")).expect("its verdicts");
        let file = path.file_name().expect("a name").to_string_lossy();
        score.page(&file, &page, &expected);
    }
    let Score {
        readable,
        computed,
        faults,
        classed,
        alarms,
        report,
    } = score;
    println!("{computed} of {readable} equalities computed again");
    println!("{classed} of {faults} faults classed as they are, {alarms} false alarms");
    let is_good = computed * 100 >= readable * 95 && classed * 100 >= faults * 95 && alarms <= 2;
    assert!(is_good, "\n{report}");
    println!("{report}");
}

/// Their quantities are right: nothing on these pages is wrong arithmetic.
#[test]
fn the_pages_of_quantities_raise_no_alarm() {
    let mut report = String::new();
    for path in pages("quantities") {
        let page = fs::read_to_string(&path).expect("a page");
        let found = equalities_of(page);
        for fault in found.iter().filter(|it| it.verdict.is_fault()) {
            let (line, text, message) = (fault.line, &fault.text, &fault.message);
            writeln!(report, "{}:{line}: {text}: {message}", path.display()).expect("a text");
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
