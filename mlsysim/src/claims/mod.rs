//! What `check!` produces: napkins of working and claims, their verdicts and traces.

mod anew;
mod body;
pub mod formula;
pub(crate) mod guard;
pub(crate) mod inputs;
pub(crate) mod message;
pub mod method;
mod movement;
pub mod napkin;
pub(crate) mod no_formula;
pub mod notice;
pub mod precision;
pub mod slack;
mod stated;
pub mod trace;
pub(crate) mod transparent;
pub mod verify;

#[cfg(all(test, feature = "book"))]
mod tests;
