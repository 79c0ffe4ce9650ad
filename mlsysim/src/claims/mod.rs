//! What `check!` produces: napkins of working and claims, their verdicts and traces.

mod body;
pub mod formula;
pub(crate) mod guard;
mod message;
pub mod method;
mod movement;
pub mod napkin;
pub(crate) mod no_formula;
mod stated;
pub mod trace;
pub mod verify;

#[cfg(all(test, feature = "book"))]
mod tests;
