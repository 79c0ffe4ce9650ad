//! The book's pages and variables, as Quarto finds them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_yaml_ng::Value;

pub(crate) fn book() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../chapters/book")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every `.qmd` below a folder; below the book's own those that Quarto renders.
pub(crate) fn pages(folder: &Path, with_generated: bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && (with_generated || !name.starts_with(['_', '.'])) {
            found.extend(pages(&path, with_generated));
        } else if name.ends_with(".qmd") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every variable: its path with dots, and its text.
pub(crate) fn variables() -> Vec<(String, String)> {
    let yaml: Value = serde_yaml_ng::from_str(&read(&book().join("_variables.yml"))).unwrap();
    let mut found = Vec::new();
    collect(&yaml, "", &mut found);
    assert!(!found.is_empty(), "the book has no variables");
    found
}

fn collect(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Mapping(map) => {
            for (key, value) in map {
                let key = key.as_str().expect("a key is text");
                let dot = if path.is_empty() { "" } else { "." };
                collect(value, &format!("{path}{dot}{key}"), found);
            }
        }
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        other => panic!("{path} is no plain text: {other:?}"),
    }
}

/// The page with its includes in place.
pub(crate) fn include_all(page: &Path) -> String {
    let expand = |line: &str| -> String {
        let inner = line.trim().strip_prefix("{{< include ");
        match inner.and_then(|rest| rest.strip_suffix(" >}}")) {
            None => line.to_owned(),
            Some(path) => match path.strip_prefix('/') {
                Some(below) => include_all(&book().join(below)),
                None => include_all(&page.parent().unwrap().join(path)),
            },
        }
    };
    let text = read(page);
    let lines: Vec<String> = text.lines().map(expand).collect();
    lines.join("\n") + "\n"
}

/// The page with a token for each variable, and the variables in the order that it names them.
pub(crate) fn tokens(text: &str) -> (String, Vec<String>) {
    let (mut replaced, mut names) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{< var ") {
        let (name, after) = after.split_once(" >}}").expect("the shortcode is closed");
        let hex: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
        replaced.push_str(&format!("{before}QVAR{hex}QEND"));
        names.push(name.to_owned());
        rest = after;
    }
    (replaced + rest, names)
}
