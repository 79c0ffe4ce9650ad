//! What each page has of claims.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use mlsysim_prose::What;

use super::super::error::Error;
use super::files;
use super::numbers::page_numbers;
use super::remark::{Remark, remarks};
use super::source::Page;
use super::uses::{Use, uses_of};

/// A page with what it prints.
#[derive(Debug)]
pub(in super::super) struct Survey {
    pub(in super::super) file: PathBuf,
    /// By path below the book's folder, with `/` between names.
    pub(in super::super) name: String,
    pub(in super::super) uses: Vec<Use>,
    /// How many quantities its text has.
    pub(in super::super) quantities: usize,
    /// Whether another page includes it.
    pub(in super::super) is_included: bool,
    pub(in super::super) remarks: Vec<Remark>,
}

/// Every page below a folder.
pub(in super::super) fn surveys(folder: &Path) -> Result<Vec<Survey>, Error> {
    let (book, _) = files::read(folder)?;
    let pages = book.pages.values();
    let included: BTreeSet<String> = pages
        .flat_map(|page| page.includes().map(|include| include.file))
        .collect();
    let pages = book.pages.values();
    let surveys = pages.map(|page| survey(page, folder, included.contains(&page.name)));
    Ok(surveys.collect())
}

/// One page of a folder.
pub(super) fn survey(page: &Page, folder: &Path, is_included: bool) -> Survey {
    let numbers = page_numbers(page);
    let quantities = numbers.iter().filter(|it| it.what == What::Quantity);
    Survey {
        file: folder.join(&page.name),
        name: page.name.clone(),
        uses: uses_of(page, folder),
        quantities: quantities.count(),
        is_included,
        remarks: remarks(page),
    }
}
