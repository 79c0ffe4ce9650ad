//! What an author means by a name: a constant's figure, a `let` or a claim.

use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::chapter::Chapter;
use super::super::error::Error;
use super::super::find::{NotOne, listed, one_of, path};
use super::super::nearest::suggestion;
use super::super::registry::{Place, Registry, last};
use crate::claims::trace::Step;
use crate::units::dynamic::Dynamic;

/// Which row: of which chapter, block and statement.
pub(in super::super) type RowKey = (usize, usize, usize, usize);

/// Something that has a value.
#[derive(Clone)]
pub(in super::super) enum Target<'a> {
    /// A figure of a constant.
    Figure(Place<'a>),
    /// A constant of no `constants!` page, as napkins write it, and its value there.
    Written(String, Dynamic),
    /// The rows of a `let` or a claim.
    Rows(Vec<(RowKey, Dynamic)>),
}

/// Everything that has a value and a name.
pub(in super::super) struct Targets<'a> {
    names: Vec<String>,
    targets: Vec<Target<'a>>,
}

impl<'a> Targets<'a> {
    pub(in super::super) fn of(chapters: &[Chapter], registry: &'a Registry) -> Targets<'a> {
        let mut all = Targets {
            names: Vec::new(),
            targets: Vec::new(),
        };
        for place in registry.figures() {
            let name = format!("{}::{}", place.constant.page(), place.figure.path);
            all.add(name, Target::Figure(place));
        }
        let mut written = BTreeMap::new();
        for (chapter, it) in chapters.iter().enumerate() {
            for (block, working) in it.napkins.iter().enumerate() {
                for (index, statement) in working.statements.iter().enumerate() {
                    let rows = statement.values().enumerate();
                    let rows = rows.map(|(row, value)| ((chapter, block, index, row), value));
                    let path = statement.path(working.napkin);
                    let target = Target::Rows(rows.collect());
                    // Two blocks may have a `let` of one name: the line tells them apart.
                    let mut alike = it.statements().filter(|it| it.name == statement.name);
                    match alike.nth(1) {
                        Some(_) => all.add(format!("{path}:{}", statement.line), target),
                        None => all.add(path, target),
                    }
                    let steps = statement.programs().flat_map(|program| &program.steps);
                    for (step, value) in steps {
                        if let Step::Outer(path) = step {
                            written.insert((*path, value.value.to_bits()), *value);
                        }
                    }
                }
            }
        }
        let is_elsewhere = |path: &str, value| registry.meant(path, Some(value)).figures.is_empty();
        let written = written.into_iter();
        // Two of one name with two values are two constants, and the name is that of neither.
        let own: BTreeMap<(&str, u64), Dynamic> = written
            .filter(|((path, _), value)| is_elsewhere(path, *value))
            .map(|((path, bits), value)| ((last(path), bits), value))
            .collect();
        for ((name, _), value) in own {
            all.add(name.to_string(), Target::Written(name.to_string(), value));
        }
        all
    }

    fn add(&mut self, name: String, target: Target<'a>) {
        self.names.push(name);
        self.targets.push(target);
    }

    /// All of them, with modules.
    pub(in super::super) fn names(&self) -> &[String] {
        &self.names
    }

    /// What has this name, or is the only thing whose path ends so; of a list one row, by its
    /// index from zero.
    pub(in super::super) fn find(&self, asked: &str) -> Result<Target<'a>, Error> {
        let asked = asked.trim();
        let found = one_of(&self.names, asked);
        if let Ok(index) = found {
            return Ok(self.targets[index].clone());
        }
        // As pages write it; and a row of a list.
        let dotted = path(asked);
        if let Ok(index) = one_of(&self.names, &dotted) {
            return Ok(self.targets[index].clone());
        }
        if let Some((list, row)) = asked.strip_suffix(']').and_then(|it| it.rsplit_once('['))
            && let Ok(row) = row.trim().parse::<usize>()
            && let Ok(Target::Rows(rows)) = self.find(list)
            && let Some(row) = rows.get(row)
        {
            return Ok(Target::Rows([*row].into()));
        }
        let blocks = self.blocks(&dotted);
        match found {
            Ok(index) => Ok(self.targets[index].clone()),
            Err(NotOne::None(_)) if !blocks.is_empty() => Err(Error::Ambiguous {
                name: asked.to_string(),
                candidates: listed(blocks),
            }),
            Err(NotOne::Several(candidates)) => Err(Error::Ambiguous {
                name: asked.to_string(),
                candidates: listed(candidates),
            }),
            Err(NotOne::None(near)) => Err(Error::Unknown {
                what: "constant, `let` or claim",
                name: asked.to_string(),
                nearest: suggestion(near),
            }),
        }
    }

    /// The `let`s of several blocks that have a name, each with its line.
    fn blocks(&self, asked: &str) -> Vec<String> {
        let tail = format!("::{asked}");
        let names = self.names.iter().filter(|name| {
            let base = name.rsplit_once(':').map(|(base, _)| base);
            base.is_some_and(|base| base == asked || base.ends_with(&tail))
        });
        names.cloned().collect()
    }
}
