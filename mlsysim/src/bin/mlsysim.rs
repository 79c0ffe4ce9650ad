//! `mlsysim`: pages, expressions, constants and units, for people without a book crate.

use std::process::ExitCode;

fn main() -> ExitCode {
    mlsysim::book::run_without_a_book()
}
