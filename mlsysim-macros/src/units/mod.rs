//! What the table of units becomes in Rust.

pub(crate) mod define;
