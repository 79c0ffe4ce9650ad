//! What a book can be asked to do, one file a command.

pub(super) mod audit;
pub(super) mod check;
pub(super) mod constants;
pub(super) mod errata;
pub(super) mod eval;
pub(super) mod explain;
pub(super) mod export;
mod format;
pub(super) mod impact;
pub(super) mod lint;
pub(super) mod lint_files;
pub(super) mod preview;
pub(super) mod units;
pub(super) mod what_if;
pub(super) mod write;

use clap_builder::{Arg, ArgAction};

/// `--json`, the same for all that answer so.
fn json_flag() -> Arg {
    Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help("Print JSON: its fields are listed in mlsysim/docs/json.md")
}
