//! A book, and everything that a run of it writes.

use std::format;
use std::path::{Path, PathBuf};
use std::vec::Vec;

use super::chapter::{self, Chapter};
use super::error::Error;
use super::output::{self, Plan};
use super::{includes, page, variables, verdict};

/// Which crate is the book.
#[derive(Clone, Copy, Debug)]
pub struct Book {
    /// The package's name.
    pub package: &'static str,
    /// The package's version.
    pub version: &'static str,
    /// The folder of its `Cargo.toml`.
    pub manifest: &'static str,
}

/// A book with everything that a run writes.
pub(super) struct Edition {
    pub(super) chapters: Vec<Chapter>,
    pub(super) plan: Plan,
    pub(super) known: page::Known,
}

impl Book {
    pub(super) fn folder(&self) -> PathBuf {
        Path::new(self.manifest).join("book")
    }

    /// The book, whose claims all hold.
    pub(super) fn edition(&self, output: &Path) -> Result<Edition, Error> {
        let chapters = chapter::chapters()?;
        verdict::verify(&chapters)?;
        self.edition_of(chapters, output)
    }

    /// The book, whether its claims hold or not.
    pub(super) fn edition_of(
        &self,
        chapters: Vec<Chapter>,
        output: &Path,
    ) -> Result<Edition, Error> {
        let variables = variables::Variables::of(&chapters)?;
        let mut plan = Plan::new(output, output::Territory::Includes);
        plan.add_variables(&variables.yaml())?;
        includes::add_all(&mut plan, &chapters)?;
        let mut known = page::Known {
            variables: variables.texts(),
            ambiguous: variables::ambiguous_lets(&chapters),
            asked: page::Asked::default(),
            includes: plan
                .includes()
                .map(|file| (file.into(), Vec::new()))
                .collect(),
        };
        for formula in includes::formulas(&chapters) {
            let file = format!("{}/{}", output::GENERATED, includes::formula_file(formula));
            let label = includes::formula_label(formula);
            known.includes.entry(file).or_default().push(label);
        }
        Ok(Edition {
            chapters,
            plan,
            known,
        })
    }
}

impl Edition {
    /// What the numbers of the pages are held to.
    pub(super) fn lint<'a>(&'a self, folder: &'a Path) -> Result<page::Lint<'a>, Error> {
        page::Lint::read(folder, &self.known)
    }

    /// Fails if a page names what does not exist.
    pub(super) fn pages_are_right(&self, folder: &Path) -> Result<(), Error> {
        let mut problems = page::problems(folder, &self.known)?;
        for problem in &mut problems {
            problem.file = shown(&problem.file);
        }
        match problems.is_empty() {
            true => Ok(()),
            false => Err(Error::Pages(problems)),
        }
    }
}

/// A path as short as the working folder allows.
pub(super) fn shown(path: &Path) -> PathBuf {
    let folder = std::env::current_dir();
    let short = folder
        .ok()
        .and_then(|folder| path.strip_prefix(folder).ok());
    short.map_or_else(|| path.to_path_buf(), Path::to_path_buf)
}
