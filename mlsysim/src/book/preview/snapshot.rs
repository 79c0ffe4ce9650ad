//! Whether files have changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::time::SystemTime;
use std::vec::Vec;

use super::super::output::{GENERATED, PREVIEW};

/// When each of some files was written, and how long it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Snapshot {
    files: BTreeMap<PathBuf, (Option<SystemTime>, u64)>,
}

impl Snapshot {
    /// Of everything below a folder but what is made of it.
    pub(super) fn of_pages(folder: &Path, output: &Path) -> Snapshot {
        let mut snapshot = Snapshot::default();
        let mut open = Vec::from([folder.to_path_buf()]);
        while let Some(inner) = open.pop() {
            // What cannot be read now is told when the pages are read.
            for entry in fs::read_dir(&inner).into_iter().flatten().flatten() {
                let path = entry.path();
                let name = entry.file_name().to_string_lossy().to_string();
                let is_made = [GENERATED, PREVIEW, "_book", "_site", "_freeze"].contains(&&*name);
                if is_made || name.starts_with('.') || path == output {
                    continue;
                }
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => open.push(path),
                    _ => snapshot.add(path),
                }
            }
        }
        snapshot
    }

    /// Of the files that a program was built from.
    pub(super) fn of_sources(files: &[PathBuf]) -> Snapshot {
        let mut snapshot = Snapshot::default();
        files.iter().for_each(|file| snapshot.add(file.clone()));
        snapshot
    }

    fn add(&mut self, file: PathBuf) {
        let metadata = fs::metadata(&file).ok();
        let length = metadata.as_ref().map_or(0, fs::Metadata::len);
        let written = metadata.and_then(|metadata| metadata.modified().ok());
        self.files.insert(file, (written, length));
    }
}

/// The files that a program was built from, by what cargo writes beside it; else those of its
/// package.
pub(super) fn sources(program: &Path, package: &Path) -> Vec<PathBuf> {
    let list = fs::read_to_string(program.with_extension("d")).unwrap_or_default();
    let mut files = listed(&list);
    if files.is_empty() {
        files = below(&package.join("src"));
    }
    files.push(package.join("Cargo.toml"));
    files
}

/// The files behind the colon of a line for make, with their spaces escaped.
fn listed(list: &str) -> Vec<PathBuf> {
    let line = list.lines().next().unwrap_or_default();
    let Some((_, files)) = line.split_once(": ") else {
        return Vec::new();
    };
    let mut names: Vec<String> = Vec::from([String::new()]);
    let mut signs = files.chars();
    while let Some(c) = signs.next() {
        match (c, names.last_mut()) {
            ('\\', Some(name)) => match signs.next() {
                Some(' ') => name.push(' '),
                Some(other) => name.extend(['\\', other]),
                None => name.push('\\'),
            },
            (' ', _) => names.push(String::new()),
            (c, Some(name)) => name.push(c),
            (_, None) => {}
        }
    }
    let names = names.into_iter().filter(|name| !name.is_empty());
    names.map(PathBuf::from).collect()
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open = Vec::from([folder.to_path_buf()]);
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(&inner).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(entry.path()),
                _ => files.push(entry.path()),
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sources_are_those_that_cargo_lists() {
        let files = listed("/t/debug/book: /a/src/main.rs /b\\ c/lib.rs C:\\d\\e.rs\n\nother:\n");
        let expected = ["/a/src/main.rs", "/b c/lib.rs", "C:\\d\\e.rs"].map(PathBuf::from);
        assert_eq!(files, expected);
        assert!(listed("").is_empty());
    }

    #[test]
    fn an_edit_a_new_page_and_a_lost_one_are_changes() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let now = || Snapshot::of_pages(folder.path(), &at("out"));
        for made in ["_preview", "out", "_generated", "vol1"] {
            fs::create_dir(at(made)).unwrap();
        }
        fs::write(at("vol1/a.qmd"), "a").unwrap();
        let first = now();
        for made in ["_preview/a.html", "out/a.html", "_generated/a.qmd", ".a"] {
            fs::write(at(made), "a").unwrap();
        }
        assert_eq!(now(), first);
        fs::write(at("vol1/a.qmd"), "ab").unwrap();
        let second = now();
        assert_ne!(second, first);
        fs::write(at("b.qmd"), "").unwrap();
        assert_ne!(now(), second);
        fs::remove_file(at("b.qmd")).unwrap();
        assert_eq!(now(), second);
    }
}
