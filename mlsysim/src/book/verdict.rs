//! With the feature `deferred` the compiler left the claims to us.

use std::string::String;
use std::vec::Vec;

use super::caught::caught;
use super::chapter::Chapter;
use super::error::Error;
use crate::claims::verify::{bites, computes, holds};

/// Why something is broken.
pub(super) struct Broken {
    /// The claim's path; none where a `let` cannot be computed.
    pub(super) claim: Option<String>,
    /// What the compiler would say, and the place.
    pub(super) report: String,
}

/// Fails with a report on every claim that is broken.
pub(super) fn verify(chapters: &[Chapter]) -> Result<(), Error> {
    let reports: Vec<String> = broken(chapters).into_iter().map(|it| it.report).collect();
    match reports.is_empty() {
        true => Ok(()),
        false => Err(Error::Claims(reports)),
    }
}

/// Every claim that is broken; none where the compiler has verified them.
pub(super) fn broken(chapters: &[Chapter]) -> Vec<Broken> {
    let mut found = Vec::new();
    if !cfg!(feature = "deferred") {
        return found;
    }
    // The reports are printed together later, not one by one as panics.
    // Also a `let` that no claim follows from is printed.
    for working in chapters.iter().flat_map(|chapter| &chapter.napkins) {
        if let Err(report) = caught(|| computes(working.napkin)) {
            let claim = None;
            found.push(Broken { claim, report });
        }
    }
    for claim in chapters.iter().flat_map(Chapter::claims) {
        let napkin = claim.working.napkin;
        let result = caught(|| {
            holds(napkin, claim.index);
            bites(napkin, claim.index);
        });
        if let Err(report) = result {
            let place = std::format!("  --> {}:{}", napkin.file, claim.statement.line);
            found.push(Broken {
                claim: Some(claim.path()),
                report: report + "\n" + &place,
            });
        }
    }
    found
}
