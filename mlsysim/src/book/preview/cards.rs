//! The answers of all numbers, each written once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::string::{String, ToString};

use super::card::Card;
use super::claims::Claims;

/// The answers of all numbers. They are the same as long as the program runs.
pub(in super::super) struct Cards<'a> {
    pub(super) claims: &'a Claims<'a>,
    written: RefCell<BTreeMap<String, Rc<Card>>>,
}

impl<'a> Cards<'a> {
    pub(in super::super) fn of(claims: &'a Claims<'a>) -> Cards<'a> {
        Cards {
            claims,
            written: RefCell::default(),
        }
    }

    /// The answer to who asks a variable, and the name of its subject.
    pub(super) fn card(&self, variable: &str) -> Option<(String, Rc<Card>)> {
        let (name, subject) = self.claims.subjects.find(variable)?;
        if let Some(card) = self.written.borrow().get(name) {
            return Some((name.to_string(), card.clone()));
        }
        let card = Rc::new(Card::of(name, subject, self.claims));
        let mut written = self.written.borrow_mut();
        written.insert(name.to_string(), card.clone());
        Some((name.to_string(), card))
    }
}
