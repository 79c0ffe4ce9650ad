//! The pages of a book, or files of its author, with what their numbers are held to.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::super::error::Error;
use super::super::output::Replacement;
use super::super::parallel;
use super::super::progress::Progress;
use super::arithmetic::{Equality, arithmetic};
use super::baseline::{BASELINE, Baseline};
use super::binding::{Bindings, Unbound, bindings};
use super::book::Book;
use super::fix::{Fix, fixed};
use super::known::Known;
use super::patterns::{PATTERNS, Patterns};
use super::problem::Problem;
use super::source::Page;
use super::stated::Stated;
use super::{check, files};

/// What is asked of the pages.
pub(in super::super) struct Lint<'a> {
    folder: &'a Path,
    known: &'a Known,
    stated: Stated,
    book: Book,
    /// By file; of pages, and of the lists beside them.
    problems: Vec<Problem>,
    patterns: Patterns,
    baseline: Option<Baseline>,
    /// The text of the baseline.
    listed: Option<String>,
}

/// A page with what its numbers are held to.
pub(in super::super) struct Linted {
    /// As it was asked for.
    pub(in super::super) file: PathBuf,
    pub(in super::super) bindings: Bindings,
    /// Its equalities that could be computed again.
    pub(in super::super) equalities: Vec<Equality>,
}

/// What a run finds.
pub(in super::super) struct Findings {
    pub(in super::super) pages: Vec<Linted>,
    /// Mistakes in the lists beside the pages.
    pub(in super::super) problems: Vec<Problem>,
    /// What of the baseline stands on no page; only where all pages were read.
    pub(in super::super) left: Option<Baseline>,
}

impl<'a> Lint<'a> {
    pub(in super::super) fn read(folder: &'a Path, known: &'a Known) -> Result<Lint<'a>, Error> {
        let (book, mut problems) = files::read(folder)?;
        problems.extend(check(&book, known));
        let mut list = |name| -> Result<Option<String>, Error> {
            let file = folder.join(name);
            if file.symlink_metadata().is_err() {
                return Ok(None);
            }
            let (text, problem) = files::text(&file)?;
            problems.extend(problem);
            Ok(Some(text))
        };
        let patterns = list(PATTERNS)?.unwrap_or_default();
        let listed = list(BASELINE)?;
        let (patterns, wrong) = Patterns::read(&patterns, &folder.join(PATTERNS));
        problems.extend(wrong);
        let baseline = listed.as_deref();
        let baseline = baseline.map(|text| Baseline::read(text, &folder.join(BASELINE)));
        let baseline = baseline.transpose()?;
        Ok(Lint {
            folder,
            known,
            stated: Stated::of(known),
            book,
            problems,
            patterns,
            baseline,
            listed,
        })
    }

    /// The pages of the book that are among the files, each as it was asked for, and the other
    /// files; all pages of the book where no file is given.
    fn asked(&self, files: &[PathBuf]) -> (Vec<(PathBuf, &Page)>, Vec<PathBuf>) {
        let whole = |file: &Path| file.canonicalize().unwrap_or_else(|_| file.to_path_buf());
        let mut asked: BTreeMap<PathBuf, &PathBuf> =
            files.iter().map(|file| (whole(file), file)).collect();
        let mut pages = Vec::new();
        for page in self.book.pages.values() {
            let file = self.folder.join(&page.name);
            if files.is_empty() || asked.remove(&whole(&file)).is_some() {
                pages.push((file, page));
            }
        }
        (pages, asked.into_values().cloned().collect())
    }

    /// What stands on the pages of the book, or in the files.
    pub(in super::super) fn findings(&self, files: &[PathBuf]) -> Result<Findings, Error> {
        let mut patterns = self.patterns.clone();
        let mut baseline = self.baseline.clone().unwrap_or_default();
        let (pages, others) = self.asked(files);
        let progress = Progress::new("numbers of the pages", pages.len() + others.len());
        let others = parallel::map(others, |file| {
            let (text, problem) = files::text(&file)?;
            let page = Page::new(file.to_string_lossy().into_owned(), text);
            Ok((file, page, problem))
        });
        let others: Vec<(PathBuf, Page, Option<Problem>)> =
            others.into_iter().collect::<Result<_, Error>>()?;
        let problems = self
            .problems
            .iter()
            .chain(others.iter().flat_map(|it| &it.2));
        let problems: Vec<&Problem> = problems.collect();
        let others = others
            .iter()
            .map(|(file, page, _)| (file.clone(), page, Path::new("")));
        let pages = pages.into_iter();
        let pages = pages.map(|(file, page)| (file, page, self.folder));
        let read = parallel::map(pages.chain(others).collect(), |(file, page, folder)| {
            let mut bindings = bindings(page, folder, self.known, &self.stated);
            let own = problems.iter().filter(|problem| problem.file == file);
            bindings.problems.extend(own.copied().cloned());
            let equalities = arithmetic(page);
            progress.step();
            let linted = Linted {
                file,
                bindings,
                equalities,
            };
            (page, linted)
        });
        // A page has what the pages before it have left of the baseline.
        let linted = read.into_iter().map(|(page, mut linted)| {
            excuse(&mut linted.bindings, page, &mut patterns, &mut baseline);
            linted
        });
        let linted: Vec<Linted> = linted.collect();
        let list = self.folder.join(PATTERNS);
        let in_lists = [&list, &self.folder.join(BASELINE)];
        let of_list = self
            .problems
            .iter()
            .filter(|problem| in_lists.contains(&&problem.file));
        let mut problems: Vec<Problem> = of_list.cloned().collect();
        if files.is_empty() {
            problems.extend(patterns.unused(&list));
        }
        Ok(Findings {
            pages: linted,
            problems,
            left: files.is_empty().then_some(baseline),
        })
    }

    /// The pages of the book whose typed numbers can be bound, with what is done to them.
    pub(in super::super) fn fixes(
        &mut self,
        files: &[PathBuf],
    ) -> Result<Vec<(Replacement, Vec<Fix>)>, Error> {
        let (pages, others) = self.asked(files);
        if let Some(file) = others.into_iter().next() {
            return Err(Error::NoPage(file));
        }
        let names: Vec<String> = pages.iter().map(|(_, page)| page.name.clone()).collect();
        let linted = self.findings(files)?.pages.into_iter();
        let unbound = linted.map(|page| page.bindings.unbound);
        let pages: Vec<(String, Vec<Unbound>)> = names.into_iter().zip(unbound).collect();
        let fixed = fixed(&mut self.book, &pages, self.known).into_iter();
        let fixed = fixed.map(|page| {
            let replacement = Replacement {
                file: self.folder.join(page.page),
                before: Some(page.before),
                after: Some(page.after),
            };
            (replacement, page.fixes)
        });
        Ok(fixed.collect())
    }

    /// The list of what is unbound; where there is one, what of it still stands on the pages.
    pub(in super::super) fn baseline(&self) -> Result<(Replacement, usize), Error> {
        let findings = self.findings(&[])?;
        let after = match (&self.baseline, findings.left) {
            (Some(baseline), Some(left)) => baseline.without(&left),
            (None, _) | (_, None) => {
                let mut baseline = Baseline::default();
                for (page, linted) in self.book.pages.values().zip(&findings.pages) {
                    for unbound in &linted.bindings.unbound {
                        baseline.add(&page.name, &page.text, &unbound.range);
                    }
                }
                baseline
            }
        };
        let replacement = Replacement {
            file: self.folder.join(BASELINE),
            before: self.listed.clone(),
            after: (after.count() > 0).then(|| after.text()),
        };
        Ok((replacement, after.count()))
    }
}

/// Excuses what a pattern or the baseline excuses.
fn excuse(bindings: &mut Bindings, page: &Page, patterns: &mut Patterns, baseline: &mut Baseline) {
    let places = patterns.places(&page.text);
    // Those that have begun before a number and may hold it: the one that ends last, for each.
    let mut places = places.into_iter().peekable();
    let mut open: Vec<(Range<usize>, usize)> = Vec::new();
    bindings.unbound.retain(|unbound| {
        let range = &unbound.range;
        while let Some(place) = places.next_if(|(place, _)| place.start <= range.start) {
            open.push(place);
        }
        open.retain(|(place, _)| place.end > range.start);
        if let Some((_, pattern)) = open.iter().find(|(place, _)| place.end >= range.end) {
            patterns.used(*pattern);
            bindings.exempt += 1;
            return false;
        }
        let is_listed = baseline.take(&page.name, &page.text, range);
        bindings.listed += usize::from(is_listed);
        !is_listed
    });
}
