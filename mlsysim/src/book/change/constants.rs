//! Constants that are expressions over changed ones.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::operation::nearly_equal;
use mlsysim_language::units::own::OwnUnits;

use super::super::registry::{Key, Meant, Place, Registry, last};
use super::methods::method_value;
use super::value::value;
use super::{Change, Value};
use crate::units::dynamic::Dynamic;

/// The constants after a change.
pub(in super::super) struct Constants<'a> {
    registry: &'a Registry,
    /// What is not here is what it was.
    changed: BTreeMap<Key, Value>,
    written: &'a BTreeMap<String, Value>,
    /// The names of the constants that have something in them.
    names: BTreeSet<&'a str>,
    /// What napkins name and the change does not reach: they name the same again and again.
    unchanged: RefCell<BTreeSet<String>>,
}

impl<'a> Constants<'a> {
    /// Follows a change through every expression over constants.
    pub(in super::super) fn follow(
        registry: &'a Registry,
        change: &'a Change,
        own: &OwnUnits,
    ) -> Constants<'a> {
        let mut constants = Constants {
            registry,
            changed: change.figures.clone(),
            written: &change.written,
            names: change.written.keys().map(|name| root(name)).collect(),
            unchanged: RefCell::default(),
        };
        let dependent: Vec<Place> = registry
            .figures()
            .filter(|place| !place.figure.constants.is_empty())
            .filter(|place| !change.figures.contains_key(&place.key()))
            .collect();
        // Each pass settles at least one more, for no constant depends on itself.
        for _ in 0..=dependent.len() {
            let mut is_settled = true;
            for place in &dependent {
                let now = constants.anew(*place, own);
                if let Some(now) = now
                    && constants.changed.get(&place.key()) != Some(&now)
                {
                    constants.changed.insert(place.key(), now);
                    is_settled = false;
                }
            }
            if is_settled {
                break;
            }
        }
        let changed = registry
            .figures()
            .filter(|it| constants.changed.contains_key(&it.key()));
        let names: Vec<&str> = changed.map(|place| place.constant.name).collect();
        constants.names.extend(names);
        constants
    }

    /// A constant that is an expression over changed ones; none where it is over none of them.
    fn anew(&self, place: Place, own: &OwnUnits) -> Option<Value> {
        let meant = |name: &str| self.meant_on_page(place, name);
        let names = place.figure.constants.iter();
        let figures: Vec<Place> = names.flat_map(|name| meant(name).figures).collect();
        if !figures
            .iter()
            .any(|it| self.changed.contains_key(&it.key()))
        {
            return None;
        }
        let lost = || Value::Lost(format!("`{}`", place.figure.path));
        let with = |now: &dyn Fn(Place) -> Option<f64>| {
            value(place.figure.expression, own, &|name| {
                let meant = meant(name);
                match (&*meant.figures, meant.unknown.is_empty()) {
                    ([only], true) => {
                        let was = only.figure.value?;
                        Some(Dynamic {
                            value: now(*only)?,
                            ..was
                        })
                    }
                    _ => None,
                }
            })
        };
        let before = with(&was).ok();
        let is_reproduced = before
            .zip(place.figure.value)
            .is_some_and(|(again, stored)| {
                again.dimension == stored.dimension && nearly_equal(again.value, stored.value)
            });
        let now = with(&|place| self.known(place));
        Some(match now {
            Ok(now) if is_reproduced => Value::Known(now.value),
            Ok(_) | Err(_) => lost(),
        })
    }

    /// What a name means on the page of a constant: its own module comes first.
    fn meant_on_page(&self, place: Place, name: &str) -> Meant<'a> {
        let own = last(name.strip_suffix("()").unwrap_or(name));
        let mut own = self
            .registry
            .figures()
            .filter(|it| it.constant.module == place.constant.module && it.figure.path == own);
        match own.next() {
            Some(figure) => Meant {
                figures: [figure].into(),
                unknown: Vec::new(),
            },
            None => self.registry.meant(name, None),
        }
    }

    fn known(&self, place: Place) -> Option<f64> {
        match self.changed.get(&place.key()) {
            Some(Value::Known(now)) => Some(*now),
            Some(Value::Lost(_)) => None,
            None => was(place),
        }
    }

    /// The figures that are not what they were, but for those that the change names itself.
    pub(in super::super) fn followed(
        &self,
        change: &Change,
    ) -> impl Iterator<Item = (Place<'a>, &Value)> {
        let figures = self.registry.figures();
        let moved = figures.filter(|it| !change.figures.contains_key(&it.key()));
        let moved = moved.filter_map(|it| Some((it, self.changed.get(&it.key())?)));
        moved.filter(|(it, now)| match now {
            Value::Known(now) => was(*it).is_none_or(|was| !nearly_equal(*now, was)),
            Value::Lost(_) => true,
        })
    }

    /// What a napkin's constant or method is now; none where it is what it was.
    pub(super) fn of(&self, written: &str, stored: f64, arguments: &[f64]) -> Option<Value> {
        let bare = written.strip_suffix("()").unwrap_or(written);
        if let Some(now) = self.written.get(last(bare)) {
            return Some(now.clone());
        }
        if self.unchanged.borrow().contains(written) {
            return None;
        }
        let meant = self.registry.meant(bare, None);
        let mut figures = meant.figures.iter();
        let is_changed = figures.any(|it| self.changed.contains_key(&it.key()));
        let is_known = !meant.figures.is_empty() && meant.unknown.is_empty();
        if !is_changed && (is_known || !self.mentions(written)) {
            self.unchanged.borrow_mut().insert(written.into());
            return None;
        }
        let lost = || Some(Value::Lost(format!("`{written}`")));
        if let [only] = &*meant.figures
            && arguments.is_empty()
            && was(*only) == Some(stored)
            && (only.figure.path == last(bare) || !written.contains('('))
        {
            return self.changed.get(&only.key()).cloned();
        }
        self.method(written, stored, arguments, arguments)
            .map(Value::Known)
            .or_else(lost)
    }

    /// What a method gives; none where plain Rust takes part in it, or its record gives another
    /// value than the compiler's for what it was called with before.
    pub(super) fn method(
        &self,
        written: &str,
        stored: f64,
        before: &[f64],
        now: &[f64],
    ) -> Option<f64> {
        let again = method_value(self.registry, written, before, &was)?;
        let now = method_value(self.registry, written, now, &|place| self.known(place))?;
        nearly_equal(again, stored).then_some(now)
    }

    /// Whether Rust code names a constant that is not what it was.
    pub(super) fn mentions(&self, code: &str) -> bool {
        let mut words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.any(|word| self.names.contains(word))
    }
}

fn was(place: Place) -> Option<f64> {
    place.figure.value.map(|value| value.value)
}

/// `GPU.mttf` without its fields.
fn root(name: &str) -> &str {
    name.split(['.', '(', '[']).next().unwrap_or(name)
}
