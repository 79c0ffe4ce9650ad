//! What a book can be asked to do, one file a command.

pub(super) mod check;
pub(super) mod errata;
pub(super) mod explain;
pub(super) mod impact;
pub(super) mod lint;
pub(super) mod units;
pub(super) mod what_if;
pub(super) mod write;
