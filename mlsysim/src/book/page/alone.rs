//! Pages that no book stands behind.

use std::path::PathBuf;
use std::vec::Vec;

use super::super::error::Error;
use super::super::parallel;
use super::super::progress::Progress;
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
    for file in files {
        if !file.is_dir() {
            let (text, problem) = files::text(file)?;
            let page = Page::new(file.to_string_lossy().into_owned(), text);
            pages.push((file.clone(), page, problem.into_iter().collect()));
            continue;
        }
        let (book, problems) = files::read(file)?;
        for (name, page) in book.pages {
            let place = file.join(name);
            let own = problems.iter().filter(|problem| problem.file == place);
            let own: Vec<Problem> = own.cloned().collect();
            pages.push((place, page, own));
        }
    }
    let progress = Progress::new("arithmetic of the pages", pages.len());
    Ok(parallel::map(pages, |(file, page, problems)| {
        let equalities = arithmetic(&page);
        progress.step();
        Linted {
            file,
            bindings: Bindings {
                problems,
                ..Bindings::default()
            },
            equalities,
        }
    }))
}
