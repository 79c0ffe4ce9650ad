//! Pages that no book stands behind.

use std::path::PathBuf;
use std::vec::Vec;

use super::super::error::Error;
use super::arithmetic::arithmetic;
use super::binding::Bindings;
use super::files;
use super::lint::Linted;
use super::problem::Problem;
use super::source::Page;

/// The pages in these files and folders, with what is wrong on them that shows without the claims
/// of a book.
pub(in super::super) fn without_claims(files: &[PathBuf]) -> Result<Vec<Linted>, Error> {
    let mut pages = Vec::new();
    let mut add = |file: PathBuf, page: &Page, problems: Vec<Problem>| {
        pages.push(Linted {
            file,
            bindings: Bindings {
                problems,
                ..Bindings::default()
            },
            equalities: arithmetic(page),
        });
    };
    for file in files {
        if !file.is_dir() {
            let (text, problem) = files::text(file)?;
            let page = Page::new(file.to_string_lossy().into_owned(), text);
            add(file.clone(), &page, problem.into_iter().collect());
            continue;
        }
        let (book, problems) = files::read(file)?;
        for page in book.pages.values() {
            let place = file.join(&page.name);
            let own = problems.iter().filter(|problem| problem.file == place);
            add(place.clone(), page, own.cloned().collect());
        }
    }
    Ok(pages)
}
