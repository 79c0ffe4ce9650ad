//! The meaning of an expression: names resolved, lists spread, rules enforced.

mod combine;
mod lower;
mod recorded;
mod row;
mod scope;
#[cfg(test)]
mod tests;

pub use lower::{lower, middle};
pub use row::{Argument, Called, Row, Rows, Step, What};
pub use scope::{Bound, Scope, Values};
