//! What a page has said of its symbols: `with $N = 8$ and $B = 50$ GB/s`.

use std::collections::BTreeMap;
use std::string::String;

use crate::units::dynamic::Dynamic;

/// What a symbol stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// With its unit.
    pub(super) value: Dynamic,
    /// The number alone.
    pub(super) bare: f64,
    /// The level of the heading that it stands under.
    level: usize,
}

/// The symbols that hold at a place of the page: a heading ends those of the sections before it.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    known: BTreeMap<String, Known>,
    level: usize,
}

impl Symbols {
    pub(super) fn heading(&mut self, level: usize) {
        self.known.retain(|_, known| known.level < level);
        self.level = level;
    }

    pub(super) fn bind(&mut self, name: String, value: Dynamic, bare: f64) {
        let level = self.level;
        self.known.insert(name, Known { value, bare, level });
    }

    pub(super) fn find(&self, name: &str) -> Option<Known> {
        self.known.get(name).copied()
    }
}
