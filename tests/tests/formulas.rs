//! The list of the library's formulas, by which a message names the one that is meant.

use std::fs;
use std::path::Path;

/// The formulas of a file: functions, for nothing else can be called by a path.
fn formulas(text: &str, module: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_next = false;
    for line in text.lines() {
        is_next |= line.starts_with("#[formula");
        let name = line.split_once("const fn ").map(|(_, rest)| rest);
        if let Some(name) = name.filter(|_| is_next) {
            let end = name.find('(').expect("arguments");
            found.push(format!(
                "mlsysim::core::formulas::{module}::{}\n",
                &name[..end]
            ));
            is_next = false;
        }
    }
    found
}

#[test]
fn every_formula_of_the_library_is_listed_with_its_path() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mlsysim/src/core/formulas");
    let mut found = Vec::new();
    for file in fs::read_dir(&folder).expect("the formulas") {
        let file = file.expect("a file").path();
        let module = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if file.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&file).expect("text");
            found.extend(formulas(&text, &module));
        }
    }
    found.sort();
    assert!(found.len() > 100, "{} formulas", found.len());
    let list = folder.join("paths.txt");
    if mlsysim_tests::renews() {
        fs::write(&list, found.concat()).expect("the list");
    }
    assert_eq!(fs::read_to_string(&list).expect("the list"), found.concat());
}
