//! What an author runs: verify the claims, then write what the pages include; and ask what a
//! number rests on (`explain`), what a change would break (`what-if`), what depends on something
//! (`impact`), what the printed edition says wrongly (`errata`), what holds and yet says too little
//! (`audit`), what something comes to (`eval`), which constants and units there are (`constants`,
//! `units`), how it looks (`preview`); and hand it all on (`export`).
//!
//! A book is a crate with `check!` blocks and one line more:
//!
//! ```
//! mlsysim::book::main!();
//! ```
//!
//! That line is `fn main` and two tests. `cargo run` writes into the folder
//! `book` beside the crate's `Cargo.toml`:
//!
//! - `_variables.yml` for `{{< var vol2.fault_tolerance.failure_interval >}}`.
//!   For a claim `ID` there are `ID` (the text as stated: "5 h", of a bound "under
//!   5 h"), `ID_value` (the number alone: "5"), `ID_unit` and `ID_math` (math, in
//!   prose and inside `$…$`: `< 5\,\text{h}`); for the rows of
//!   a list and the ends of a range `ID_1`, `ID_2`, … likewise. So too for each
//!   `let` whose name is unique in its chapter, and for each constant that a
//!   sentence names (`H100.memory.bandwidth` as `H100_memory_bandwidth`).
//! - `_generated/<volume>/<chapter>/<claim>.qmd`, the derivation as display
//!   math, and `_claims.qmd`, the chapter's table of claims.
//! - `_generated/formulas/<name>.qmd` for each formula that a claim calls, with
//!   the label `eq-<name>`.
//! - `_generated/errata.qmd`, the wrong figures of the printed edition.
//! - `_generated/_manifest.txt`, which lists these files: what is not listed, or was
//!   changed since, is neither overwritten nor removed. It is committed with them.
//!
//! `cargo test` also holds the pages to the claims: it fails where these files
//! are out of date, and where a page (`.qmd` or `.md`, and what it includes)
//! would not print what the claims say:
//!
//! - It names what does not exist: a variable, a file, an equation (`@eq-…`), or
//!   a shortcode that is a slip of `var` or `include`. Code is no exception:
//!   Quarto expands it there, unless the fence says `{shortcodes="false"}`.
//! - Inside of math it uses another variable than an `ID_math`, or an escape; or
//!   all its shortcodes stand in math, where Quarto expands none then.
//! - An equation stands in the book twice.
//! - It types a unit that the variable before it prints already.
//!
//! `cargo run -- lint` finds the numbers that pages type by hand.

mod arguments;
mod audit;
mod caught;
mod change;
mod chapter;
mod columns;
mod commands;
mod constant_json;
mod edition;
mod errata;
mod error;
mod eval;
mod evaluate;
mod export;
mod find;
mod includes;
mod nearest;
mod object;
mod output;
mod page;
mod paint;
mod parallel;
mod plain;
mod preview;
mod printed;
mod progress;
mod proportion;
mod reasons;
mod registry;
mod say;
mod search;
mod table;
mod text;
mod unit_search;
mod variables;
mod verdict;

use std::eprintln;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::vec::Vec;

use clap_builder::{ArgMatches, Command};

pub use edition::Book;
pub use error::Error;
pub use page::{Equality, PageNumber, Problem, Verdict, equalities_of, numbers_of};

/// `fn main` of a book, and the tests of its pages.
///
/// See the [module](crate::book) for what it does.
#[doc(hidden)]
#[macro_export]
macro_rules! __book_main {
    () => {
        fn main() -> ::std::process::ExitCode {
            $crate::book::run(&$crate::__book!())
        }

        #[cfg(test)]
        mod book {
            #[test]
            fn generated_files_are_up_to_date() {
                $crate::book::generated_files_are_up_to_date(&$crate::__book!());
            }

            #[test]
            fn pages_name_only_what_exists() {
                $crate::book::pages_name_only_what_exists(&$crate::__book!());
            }
        }
    };
}

/// The crate that calls it, as a [`Book`].
#[doc(hidden)]
#[macro_export]
macro_rules! __book {
    () => {
        $crate::book::Book {
            package: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            manifest: env!("CARGO_MANIFEST_DIR"),
        }
    };
}

#[doc(inline)]
pub use crate::__book_main as main;

/// Runs a book's command line.
pub fn run(book: &Book) -> ExitCode {
    let start = Instant::now();
    answer(arguments::arguments(book), |given| {
        let folder = given.get_one::<PathBuf>("output").cloned();
        match given.subcommand() {
            Some(("explain", given)) => commands::explain::run(book, given),
            Some(("what-if", given)) => commands::what_if::run(given),
            Some(("impact", given)) => commands::impact::run(given),
            Some(("errata", given)) => commands::errata::run(given),
            Some(("preview", given)) => commands::preview::run(book, given),
            Some(("export", given)) => commands::export::run(book, given),
            Some(("lint", given)) => commands::lint::run(book, given),
            Some(("audit", given)) => commands::audit::run(book, given),
            Some(("eval", given)) => commands::eval::run(given),
            Some(("constants", given)) => commands::constants::run(given),
            Some(("units", given)) => commands::units::run(given),
            Some(_) | None if given.get_flag("check") => commands::check::run(book, folder, start),
            Some(_) | None => commands::write::run(book, folder, start),
        }
    })
}

/// Runs the command line of `mlsysim`, for people without a book crate.
pub fn run_without_a_book() -> ExitCode {
    answer(arguments::arguments_without_a_book(), |given| {
        match given.subcommand() {
            Some(("lint", given)) => commands::lint_files::run(given),
            Some(("eval", given)) => commands::eval::run(given),
            Some(("constants", given)) => commands::constants::run(given),
            Some(("units", given)) => commands::units::run(given),
            // The parser asks for one of the above.
            Some(_) | None => Ok(ExitCode::from(2)),
        }
    })
}

/// Reads the command line and does what it says.
fn answer(
    arguments: Command,
    run: impl FnOnce(&ArgMatches) -> Result<ExitCode, Error>,
) -> ExitCode {
    let given = match arguments.try_get_matches() {
        Ok(given) => given,
        Err(error) => {
            // A closed pipe has nobody to tell.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    run(&given).unwrap_or_else(|error| {
        eprintln!("{}: {error}", paint::wrong("error"));
        ExitCode::FAILURE
    })
}

/// Writes the preview of a book into a folder, as `preview --output` does; the mistakes of its
/// pages, which are shown there at their places.
///
/// # Errors
/// If a file cannot be read or written, or the claims do not make a book.
pub fn preview(book: &Book, output: &Path) -> Result<Vec<Problem>, Error> {
    let chapters = chapter::chapters()?;
    let broken = verdict::broken(&chapters);
    let folder = book.folder();
    let edition = book.edition_of(chapters, &folder)?;
    let claims = preview::Claims::of(&edition, registry::Registry::read()?, &broken);
    let state = preview::State::default();
    let cards = preview::Cards::of(&claims);
    let site = preview::Site::of(&cards, book.package, &folder, output, &state)?;
    site.plan.apply()?;
    Ok(site.problems)
}

/// The test that [`main!`](crate::book::main) adds for the generated files.
///
/// # Panics
/// If one of them is not what the claims say.
#[doc(hidden)]
pub fn generated_files_are_up_to_date(book: &Book) {
    let changes = book
        .edition(&book.folder())
        .and_then(|edition| edition.plan.compare());
    match changes {
        Ok(changes) if changes.is_empty() => {}
        Ok(changes) => panic!("{}", commands::check::out_of_date(book, &changes)),
        Err(error) => panic!("{error}"),
    }
}

/// The test that [`main!`](crate::book::main) adds for the pages.
///
/// # Panics
/// If a page names a variable or a file that does not exist.
#[doc(hidden)]
pub fn pages_name_only_what_exists(book: &Book) {
    let folder = book.folder();
    let result = book
        .edition(&folder)
        .and_then(|edition| edition.pages_are_right(&folder));
    if let Err(error) = result {
        panic!("{error}");
    }
}
