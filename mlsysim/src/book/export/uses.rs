//! What the statements of the book rest on: constants with their figures, and formulas.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::string::String;
use std::vec::Vec;

use super::super::chapter::Chapter;
use super::super::registry::{Place, Registry};
use crate::claims::formula::Formula;
use crate::claims::inputs::name;
use crate::claims::napkin::Statement;
use crate::claims::trace::Step;

/// The names that a statement itself uses.
#[derive(Default)]
pub(super) struct Names {
    /// Constants and methods of them, as written.
    pub(super) constants: Vec<String>,
    /// `let`s and claims of the same block, by their numbers.
    pub(super) statements: Vec<usize>,
    /// Formulas.
    pub(super) formulas: Vec<&'static Formula>,
}

impl Names {
    pub(super) fn of(statement: &Statement) -> Names {
        let mut names = Names::default();
        let programs = statement.programs();
        let named = statement.claim.iter().flat_map(|claim| &claim.named);
        let programs = programs.chain(named.map(|(_, program)| program));
        for (step, _) in programs.flat_map(|program| &program.steps) {
            match step {
                Step::Local { statement, .. } => push(&mut names.statements, *statement),
                Step::Call {
                    formula: Some(formula),
                    ..
                } => {
                    let is_new = |it: &&Formula| it.path() != formula.path();
                    if names.formulas.iter().all(is_new) {
                        names.formulas.push(formula);
                    }
                }
                Step::Outer(_) | Step::Rust(_) | Step::Call { .. } => {
                    push(&mut names.constants, name(step));
                }
                Step::Number { .. }
                | Step::Negate
                | Step::Binary(_)
                | Step::Builtin(..)
                | Step::If(_) => {}
            }
        }
        names
    }
}

fn push<T: PartialEq>(all: &mut Vec<T>, item: T) {
    if !all.contains(&item) {
        all.push(item);
    }
}

/// The figures behind the names of constants; each name is looked up once.
pub(super) struct Figures<'a> {
    by_name: BTreeMap<String, Vec<Place<'a>>>,
}

impl<'a> Figures<'a> {
    pub(super) fn of(chapters: &[Chapter], registry: &'a Registry) -> Figures<'a> {
        let mut by_name = BTreeMap::new();
        for statement in chapters.iter().flat_map(Chapter::statements) {
            for written in Names::of(statement).constants {
                if let Entry::Vacant(place) = by_name.entry(written) {
                    let figures = registry.meant(place.key(), None).figures;
                    place.insert(figures);
                }
            }
        }
        Figures { by_name }
    }

    /// The figures of one name.
    pub(super) fn of_name(&self, written: &str) -> &[Place<'a>] {
        self.by_name.get(written).map_or(&[], |figures| figures)
    }

    /// All of them, each once, by module and path.
    pub(super) fn all(&self) -> Vec<Place<'a>> {
        let mut all: Vec<Place> = self.by_name.values().flatten().copied().collect();
        all.sort_by_key(Place::key);
        all.dedup_by_key(|place| place.key());
        all
    }
}
