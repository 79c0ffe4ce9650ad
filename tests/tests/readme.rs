//! The compiler's words in the README are those that an author really sees.

use std::fs;
use std::path::Path;

/// The report without the line that says where, which differs between files.
fn words(report: &str) -> Vec<&str> {
    let lines = report.trim().lines().map(str::trim_end);
    lines.filter(|line| !line.contains("--> ")).collect()
}

/// Shows an error as `wrong-number.rs` gives it; none before there is a README.
#[test]
fn every_error_in_the_readme_is_one_of_the_golden_texts() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(readme) = fs::read_to_string(tests.join("../README.md")) else {
        return;
    };
    let mut goldens = Vec::new();
    for folder in ["check", "q", "formula"] {
        let entries = fs::read_dir(tests.join("ui").join(folder)).expect("a folder of cases");
        let paths = entries.map(|entry| entry.expect("a case").path());
        let goldens_here = paths.filter(|path| path.extension().is_some_and(|e| e == "stderr"));
        goldens.extend(goldens_here.map(|path| fs::read_to_string(path).expect("a golden text")));
    }
    let blocks = readme.split("\n```text\n").skip(1);
    let blocks = blocks.filter_map(|rest| rest.split("\n```").next());
    for report in blocks.filter(|block| block.starts_with("error")) {
        let is_golden = goldens.iter().any(|golden| words(golden) == words(report));
        assert!(is_golden, "no case of tests/ui gives:\n{report}");
    }
}
