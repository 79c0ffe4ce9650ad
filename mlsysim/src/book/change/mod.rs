//! The book with some of its values changed, without compiling it.
//!
//! `target` finds what an author names, `value` reads what it shall be, `constants` follows it
//! through the constants, and `follow` through the programs of the napkins.

mod constants;
mod follow;
mod methods;
mod target;
mod value;

pub(super) use constants::Constants;
pub(super) use follow::{Followed, Outcome, follow, reads};
pub(super) use methods::{method_of, method_value};
use target::RowKey;
pub(super) use target::{Target, Targets};
pub(super) use value::{run, value as quantity};

use std::collections::{BTreeMap, BTreeSet};
use std::string::String;

use super::registry::Key;

/// What a value is after a change.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// In base units.
    Known(f64),
    /// It depends on the change in a way that is not followed: on what.
    Lost(String),
}

impl Value {
    /// On what it depends, if it is lost.
    pub(super) fn reason(&self) -> Option<String> {
        match self {
            Value::Known(_) => None,
            Value::Lost(reason) => Some(reason.clone()),
        }
    }
}

/// What is changed to begin with.
#[derive(Debug, Default)]
pub(super) struct Change {
    pub(super) figures: BTreeMap<Key, Value>,
    /// Constants of no page, as napkins write them without modules.
    pub(super) written: BTreeMap<String, Value>,
    pub(super) rows: BTreeMap<RowKey, Value>,
    /// Formulas by path: what they give is lost.
    pub(super) formulas: BTreeSet<String>,
}

#[cfg(test)]
mod tests;
