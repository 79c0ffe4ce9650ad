//! The pages of a book, for those who show them.

use std::collections::BTreeMap;
use std::format;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::super::error::Error;
use super::binding::wrong_marks;
use super::book::Book;
use super::document::{Document, Included, Library, Problems};
use super::known::Known;
use super::labels::is_draft;
use super::place::Place;
use super::problem::Problem;
use super::source::Page;
use super::stated::Stated;
use super::{check, files};

/// The pages of a book with their mistakes.
pub(in super::super) struct Pages {
    book: Book,
    problems: Vec<Problem>,
    by_place: Problems,
}

impl Pages {
    pub(in super::super) fn read(folder: &Path, known: &Known) -> Result<Pages, Error> {
        let (book, mut problems) = files::read(folder)?;
        problems.extend(check(&book, known));
        let pages = book.pages.values();
        let marked: Vec<&Page> = pages.filter(|page| page.text.contains(".claim")).collect();
        if !marked.is_empty() {
            let stated = Stated::of(known);
            let wrong = |page| wrong_marks(page, folder, known, &stated);
            problems.extend(marked.into_iter().flat_map(wrong));
        }
        problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        let mut by_place = Problems::new();
        for page in book.pages.values() {
            let file = folder.join(&page.name);
            let start = problems.partition_point(|problem| problem.file < file);
            let own = problems[start..].iter();
            let own: Vec<&Problem> = own.take_while(|problem| problem.file == file).collect();
            let places = own.iter().map(|problem| Place {
                line: problem.line,
                column: problem.column,
            });
            let mut by_byte: BTreeMap<usize, Vec<String>> = BTreeMap::new();
            for (at, problem) in page.offsets(places).into_iter().zip(own) {
                let (line, column, message) = (problem.line, problem.column, &problem.message);
                let shown = format!("{}:{line}:{column}: {message}", page.name);
                by_byte.entry(at).or_default().push(shown);
            }
            by_place.insert(page.name.clone(), by_byte);
        }
        Ok(Pages {
            book,
            problems,
            by_place,
        })
    }

    /// What Quarto makes pages of, by path below the book's folder, in order of the paths.
    pub(in super::super) fn names(&self) -> impl Iterator<Item = &str> {
        let included = self.book.pages.values();
        let included: Vec<String> = included
            .flat_map(|page| page.includes().map(|include| include.file))
            .collect();
        let names = self.book.pages.keys().map(String::as_str);
        names.filter(move |name| !is_draft(name) && !included.iter().any(|file| file == name))
    }

    pub(in super::super) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The mistakes of a file, in its order.
    pub(in super::super) fn problems_of(&self, name: &str) -> impl Iterator<Item = &Problem> {
        let file: PathBuf = self.book.folder.join(name);
        let problems = self.problems.iter();
        problems.filter(move |problem| problem.file == file)
    }

    /// A page with what it includes; `generated` has the text of what is generated.
    pub(in super::super) fn document(
        &self,
        name: &str,
        generated: &dyn Fn(&str) -> Option<Included>,
    ) -> Option<Document> {
        let library = Library {
            pages: &self.book.pages,
            problems: &self.by_place,
            generated,
        };
        let page = self.book.pages.get(name)?;
        Some(Document::of(page, &library))
    }
}
