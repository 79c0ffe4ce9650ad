//! Names, and what they stand for.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::row::Row;
use crate::expression::Place;
use crate::kind::Kind;
use crate::number::{Name, Number};
use crate::parse::suggestion;
use crate::record::Shape;
use crate::token::Result;
use crate::units;

/// The names that are bound so far.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    names: BTreeMap<String, Bound>,
    /// Names that are bound further below.
    later: Vec<String>,
    pub(super) is_formula: bool,
    /// Whether whoever evaluates it knows what a name means that nothing binds.
    is_open: bool,
}

/// What a name stands for.
#[derive(Clone, Debug)]
pub enum Bound {
    /// A `let` or a claim: where its values are.
    Statement(Values),
    /// A `let` of a formula, which stands for its expression.
    Inlined(Box<Row>),
    /// Something whose expression is in error: what uses it is not reported too.
    Broken,
}

/// The values of a statement.
#[derive(Clone, Debug)]
pub struct Values {
    /// How many there are, and how they read.
    pub shape: Shape,
    /// Where the value of each row stands.
    pub slots: Vec<usize>,
    /// Which statement it is.
    pub statement: usize,
    /// What each counts.
    pub kinds: Vec<Kind>,
    /// The numbers that a claim prints, if it prints some.
    pub printed: Vec<Number>,
}

impl Scope {
    /// The scope of a formula's body, where `if` is allowed.
    pub fn formula() -> Self {
        Scope {
            is_formula: true,
            ..Scope::default()
        }
    }

    /// The scope of a text that is evaluated at run time, by who knows what its names mean.
    pub fn open() -> Self {
        Scope {
            is_open: true,
            ..Scope::default()
        }
    }

    /// Names that will be bound below, so that a use above is understood.
    pub fn expect(&mut self, names: impl Iterator<Item = String>) {
        self.later = names.collect();
    }

    /// Binds a name.
    pub fn bind(&mut self, name: &Name, bound: Bound) -> Result<()> {
        if name.text == "self" || name.text.starts_with("__") {
            return Err(name.extent.error("this name is reserved"));
        }
        match self.names.insert(name.text.clone(), bound) {
            None => Ok(()),
            Some(_) => Err(name.extent.error(format!(
                "`{}` is already the name of a value in this {}",
                name.text,
                if self.is_formula { "formula" } else { "block" }
            ))),
        }
    }

    /// What a name stands for.
    pub fn find(&self, name: &str) -> Option<&Bound> {
        self.names.get(name)
    }

    /// Every name that is bound.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// A name that is a unit too would make `10 GB/s` a guess.
    pub fn check_units(&self, number: &Number) -> Result<()> {
        let is_bound = |name: &&Name| self.names.contains_key(&name.text);
        if let Some(unknown) = &number.unit.unknown {
            let name = &unknown.text;
            return Err(unknown.extent.error(match is_bound(&unknown) {
                true => format!(
                    "`{name}` is a name bound here, not a unit: write `{} * {name}`",
                    number.text
                ),
                false if self.is_open => format!("unknown unit `{name}`: `units` lists all"),
                false => format!("unknown unit `{name}`: it is not in the table, nor in a `units!` that this macro is imported from"),
            }));
        }
        match number.unit.names.iter().find(is_bound) {
            None => Ok(()),
            Some(name) => Err(name.extent.error(format!(
                "`{}` is a unit and also a name bound here: rename the one that is bound",
                name.text
            ))),
        }
    }

    /// A name that nothing binds: a constant, or a mistake.
    pub(super) fn outer(&self, place: &Place) -> Result<()> {
        let is_snake = place.is_single && !place.text.contains(|c: char| c.is_uppercase());
        // The record of a method has rules of its own.
        if !is_snake || place.text == "self" || self.is_open {
            return Ok(());
        }
        let name = &place.text;
        if self.later.contains(name) {
            return Err(place.extent.error(format!(
                "`{name}` is stated further below: move it above this line"
            )));
        }
        if units::find(name).is_some() {
            return Err(place.extent.error(format!(
                "`{name}` is a unit, and stands after a number: `1 {name}`"
            )));
        }
        let known = self.names.keys().chain(&self.later).map(String::as_str);
        let near = suggestion(name, known);
        let (bound, otherwise) = match self.is_formula {
            true => ("argument or `let`", "; a constant has a name in capitals"),
            false => (
                "`let` or claim above",
                "; a claim of another block is out of sight here, and a constant has a name in capitals",
            ),
        };
        let near = match near.is_empty() {
            true => otherwise.to_string(),
            false => near,
        };
        Err(place
            .extent
            .error(format!("no {bound} is called `{name}`{near}")))
    }
}
