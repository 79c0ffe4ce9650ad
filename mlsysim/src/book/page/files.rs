//! The files of a book's folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::super::error::Error;
use super::super::output::{self, GENERATED, PREVIEW};
use super::super::parallel;
use super::super::progress::Progress;
use super::book::{Book, Extensions};
use super::problem::Problem;
use super::source::Page;

/// The pages of a folder with what they include, and the files that cannot be read as text.
pub(super) fn read(folder: &Path) -> Result<(Book, Vec<Problem>), Error> {
    let mut book = Book {
        folder: folder.to_path_buf(),
        pages: BTreeMap::new(),
        extensions: Extensions::default(),
    };
    let mut problems = Vec::new();
    let mut files = Vec::new();
    list(folder, &mut files, &mut book.extensions)?;
    let progress = Progress::new("reading the pages", files.len());
    let mut waiting: Vec<PathBuf> = files;
    while !waiting.is_empty() {
        let named = waiting.drain(..).map(|file| (name(folder, &file), file));
        let wave: BTreeMap<String, PathBuf> = named
            .filter(|(name, _)| !book.pages.contains_key(name))
            .collect();
        let read = parallel::map(wave.into_iter().collect(), |(name, file)| {
            let (text, problem) = text(&file)?;
            progress.step();
            Ok((Page::new(name, text), problem))
        });
        for page in read {
            let (page, problem) = page?;
            problems.extend(problem);
            let included = page.includes().map(|include| include.file);
            let own = included.filter(|file| !file.starts_with(&std::format!("{GENERATED}/")));
            let files = own.map(|file| folder.join(file));
            waiting.extend(files.filter(|file| file.is_file()));
            book.pages.insert(page.name.clone(), page);
        }
    }
    Ok((book, problems))
}

/// The text of a file, and why it has none.
pub(super) fn text(file: &Path) -> Result<(String, Option<Problem>), Error> {
    let error = match String::from_utf8(output::read(file)?) {
        Ok(text) => return Ok((text, None)),
        Err(error) => error,
    };
    let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let problem = Problem {
        file: file.to_path_buf(),
        line: valid.iter().filter(|byte| **byte == b'\n').count() + 1,
        column: 1,
        message: "the page is not UTF-8 from here on: save it as UTF-8".into(),
    };
    Ok((String::new(), Some(problem)))
}

/// A path below the folder with `/` between names.
fn name(folder: &Path, file: &Path) -> String {
    let below = file.strip_prefix(folder).unwrap_or(file);
    let names = below.components();
    let names: Vec<_> = names
        .map(|name| name.as_os_str().to_string_lossy())
        .collect();
    names.join("/")
}

/// The pages below a folder; what Quarto or we generated is none.
fn list(folder: &Path, pages: &mut Vec<PathBuf>, extensions: &mut Extensions) -> Result<(), Error> {
    if !folder.is_dir() {
        return Ok(());
    }
    for path in output::entries(folder)? {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let name = name.unwrap_or_default();
        let is_generated = [GENERATED, PREVIEW, "_book", "_site", "_freeze"].contains(&&*name);
        if is_generated || name.starts_with('.') {
            continue;
        }
        let end = path.extension().map(|end| end.to_ascii_lowercase());
        if path.is_dir() && !path.is_symlink() {
            // An extension's own manual is no page of the book.
            match &*name {
                "_extensions" => list(&path, &mut Vec::new(), extensions)?,
                _ => list(&path, pages, extensions)?,
            }
        } else if !path.is_file() {
        } else if end.as_ref().is_some_and(|end| end == "qmd" || end == "md") {
            pages.push(path);
        } else if end.is_some_and(|end| end == "lua") {
            extensions.add(&String::from_utf8_lossy(&output::read(&path)?));
        }
    }
    Ok(())
}
