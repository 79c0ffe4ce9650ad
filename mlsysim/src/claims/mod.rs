//! What `check!` produces: napkins of working and claims, their verdicts and traces.

pub mod formula;
pub mod guard;
mod message;
pub mod napkin;
pub mod trace;
pub mod verify;

#[cfg(all(test, feature = "book"))]
mod tests;
