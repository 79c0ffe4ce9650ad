//! What `lint` does with a book: its fixes, its patterns and its baseline.

use std::fs;
use std::path::PathBuf;
use std::string::ToString;
use std::vec;

use tempfile::TempDir;

use super::super::super::output::replace;
use super::super::lint::{Findings, Lint};
use super::*;

const PAGE: &str = "vol1/training.qmd";

fn book(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// The page with what is bound, and what is said of it.
fn fixed(page: &str) -> (String, Vec<String>) {
    let folder = book(&[(PAGE, page)]);
    let known = known();
    let mut lint = Lint::read(folder.path(), &known).unwrap();
    let fixes = lint.fixes(&[]).unwrap();
    let said = fixes.iter().flat_map(|(_, fixes)| fixes);
    let said = said.map(|fix| format!("{}:{} {}", fix.line, fix.column, fix.variable));
    let said = said.collect();
    let replacements: Vec<_> = fixes
        .into_iter()
        .map(|(replacement, _)| replacement)
        .collect();
    assert!(replace(folder.path(), &replacements).unwrap().is_empty());
    assert!(!folder.path().join("_generated").exists());
    (fs::read_to_string(folder.path().join(PAGE)).unwrap(), said)
}

fn findings(folder: &TempDir, files: &[PathBuf]) -> Findings {
    let known = known();
    let lint = Lint::read(folder.path(), &known).unwrap();
    lint.findings(files).unwrap()
}

fn unbound(findings: &Findings) -> Vec<String> {
    let pages = findings.pages.iter();
    let unbound = pages.flat_map(|page| &page.bindings.unbound);
    unbound.map(|it| it.text.clone()).collect()
}

#[test]
fn what_one_variable_prints_is_bound() {
    let (page, said) = fixed(
        "\u{feff}On **10,000 GPUs**,\r\nfor \\$43,000 and 19\u{a0}days; not `10,000 GPUs`.\r\n\
         {{< var vol1.training.mfu >}} in $T = 19.2\\,\\text{days}$.\r\n",
    );
    assert_eq!(
        page,
        "\u{feff}On **{{< var vol1.training.fleet >}}**,\r\nfor {{< var vol1.training.cost >}} \
         and 19\u{a0}days; not `10,000 GPUs`.\r\n\
         {{< var vol1.training.mfu >}} in $T = {{< var vol1.training.days_math >}}$.\r\n"
    );
    assert_eq!(
        said,
        [
            "1:6 vol1.training.fleet",
            "2:6 vol1.training.cost",
            "3:39 vol1.training.days_math"
        ]
    );
}

#[test]
fn where_a_variable_would_be_a_mistake_the_number_stays() {
    // In math alone no shortcode is expanded.
    let page = "It takes $19.2\\,\\text{days}$.\n";
    assert_eq!(fixed(page), (page.to_string(), vec![]));
    let page = "---\ntitle: 19.2 days\n---\n\n<!-- 19.2 days --> [19.2 days]{.exempt}\n";
    assert_eq!(fixed(page), (page.to_string(), vec![]));
}

#[test]
fn a_page_that_changed_meanwhile_stays() {
    let folder = book(&[(PAGE, "for 19.2 days\n"), ("vol1/own.qmd", "19.2 days\n")]);
    let known = known();
    let mut lint = Lint::read(folder.path(), &known).unwrap();
    let fixes = lint.fixes(&[]).unwrap();
    let page = folder.path().join(PAGE);
    fs::write(&page, "for 19.2 days!\n").unwrap();
    let replacements: Vec<_> = fixes
        .into_iter()
        .map(|(replacement, _)| replacement)
        .collect();
    let changed = replace(folder.path(), &replacements).unwrap();
    assert_eq!(changed, std::slice::from_ref(&page));
    assert_eq!(fs::read_to_string(page).unwrap(), "for 19.2 days!\n");
    let own = fs::read_to_string(folder.path().join("vol1/own.qmd")).unwrap();
    assert_eq!(own, "{{< var vol1.training.days >}}\n");
}

#[test]
fn no_file_beside_the_book_is_rewritten() {
    let folder = book(&[(PAGE, "")]);
    let other = book(&[("a.md", "19.2 days")]);
    let known = known();
    let mut lint = Lint::read(folder.path(), &known).unwrap();
    let file = other.path().join("a.md");
    let error = lint.fixes(std::slice::from_ref(&file)).unwrap_err();
    assert!(
        error.to_string().contains("is no page of the book"),
        "{error}"
    );
    assert_eq!(unbound(&findings(&folder, &[file])), ["19.2 days"]);
}

#[test]
fn a_pattern_exempts_what_it_holds_whole() {
    let patterns =
        "# Waves are numbered, and count nothing.\nwave \\d of \\d\n\n# Nothing has it.\nQwen\n";
    let folder = book(&[
        (PAGE, "In wave 3 of 8 GB and 5 GB.\n"),
        ("_lint_patterns.txt", patterns),
    ]);
    let found = findings(&folder, &[]);
    assert_eq!(unbound(&found), ["8 GB", "5 GB"]);
    let problems: Vec<String> = found.problems.iter().map(|it| it.message.clone()).collect();
    assert_eq!(
        problems,
        ["`Qwen` exempts no number of the pages: take it out"]
    );
    // Of some pages it is not known.
    let page = folder.path().join(PAGE);
    assert!(findings(&folder, &[page]).problems.is_empty());
}

#[test]
fn a_baseline_excuses_what_it_lists_and_only_gets_shorter() {
    let folder = book(&[(PAGE, "for 5 h,\nthen 6 h\n")]);
    let known = known();
    let write = || {
        let lint = Lint::read(folder.path(), &known).unwrap();
        let (replacement, count) = lint.baseline().unwrap();
        assert!(replace(folder.path(), &[replacement]).unwrap().is_empty());
        count
    };
    assert_eq!(write(), 2);
    let found = findings(&folder, &[]);
    assert_eq!(
        (unbound(&found).len(), found.pages[0].bindings.listed),
        (0, 2)
    );
    fs::write(folder.path().join(PAGE), "for 5 h,\nthen 7 h\n").unwrap();
    let found = findings(&folder, &[]);
    assert_eq!(
        (unbound(&found), found.left.map(|it| it.count())),
        (vec!["7 h".into()], Some(1))
    );
    assert_eq!(write(), 1);
    assert_eq!(unbound(&findings(&folder, &[])), ["7 h"]);
    fs::write(folder.path().join(PAGE), "").unwrap();
    assert_eq!(write(), 0);
    assert!(!folder.path().join("_lint_baseline.txt").exists());
}

#[test]
fn a_mistake_of_a_page_is_told_with_its_numbers() {
    let folder = book(&[(
        PAGE,
        "{{< var vol1.training.days >}} days, {{< var vol1.x >}}\n",
    )]);
    let found = findings(&folder, &[]);
    let problems = found.pages[0].bindings.problems.iter();
    let messages: Vec<&str> = problems.map(|it| it.message.as_str()).collect();
    assert!(
        messages[0].contains("prints its unit already"),
        "{messages:?}"
    );
    assert!(messages[1].contains("unknown variable"), "{messages:?}");
}
