//! With the feature `deferred` the compiler left the claims to us.

use std::any::Any;
use std::boxed::Box;
use std::panic::{self, AssertUnwindSafe};
use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::Chapter;
use super::error::Error;
use crate::claims::verify::{bites, computes, holds};

/// Fails with a report on every claim that is broken.
pub(super) fn verify(chapters: &[Chapter]) -> Result<(), Error> {
    if !cfg!(feature = "deferred") {
        return Ok(());
    }
    // The reports are printed together below, not one by one as panics.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let mut reports = Vec::new();
    // Also a `let` that no claim follows from is printed.
    for working in chapters.iter().flat_map(|chapter| &chapter.napkins) {
        if let Err(payload) = panic::catch_unwind(|| computes(working.napkin)) {
            reports.push(text(&*payload));
        }
    }
    for claim in chapters.iter().flat_map(Chapter::claims) {
        let napkin = claim.working.napkin;
        let result = panic::catch_unwind(AssertUnwindSafe(|| {
            holds(napkin, claim.index);
            bites(napkin, claim.index);
        }));
        if let Err(payload) = result {
            let place = std::format!("  --> {}:{}", napkin.file, claim.statement.line);
            reports.push(text(&*payload) + "\n" + &place);
        }
    }
    panic::set_hook(hook);
    match reports.is_empty() {
        true => Ok(()),
        false => Err(Error::Claims(reports)),
    }
}

fn text(payload: &(dyn Any + Send)) -> String {
    let owned = payload.downcast_ref::<String>().cloned();
    let borrowed = || payload.downcast_ref::<&str>().map(ToString::to_string);
    owned.or_else(borrowed).unwrap_or_default()
}
