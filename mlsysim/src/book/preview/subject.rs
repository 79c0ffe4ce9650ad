//! What stands behind each variable of the pages.

use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::super::chapter::{Chapter, Claim, Working};
use super::super::variables::{constant_key, unique_lets};
use crate::claims::napkin::Statement;
use crate::claims::trace::Program;

/// What a variable prints.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    Claim(Claim<'a>),
    Let {
        working: &'a Working,
        index: usize,
        statement: &'a Statement,
    },
    /// A constant that a sentence names.
    Constant {
        name: &'static str,
        program: &'a Program,
    },
}

/// Every subject by the name of its variable, such as `vol2.fault_tolerance.failure_interval`.
pub(super) struct Subjects<'a> {
    by_name: BTreeMap<String, Subject<'a>>,
}

impl<'a> Subjects<'a> {
    pub(super) fn of(chapters: &'a [Chapter]) -> Subjects<'a> {
        let mut by_name = BTreeMap::new();
        for chapter in chapters {
            let path = chapter.path.join(".");
            let lets: Vec<*const Statement> = unique_lets(chapter)
                .into_iter()
                .map(std::ptr::from_ref)
                .collect();
            for claim in chapter.claims() {
                let name = format!("{path}.{}", claim.statement.name);
                by_name.insert(name, Subject::Claim(claim));
                for (name, program) in &claim.record.named {
                    let key = format!("{path}.{}", constant_key(name));
                    by_name
                        .entry(key)
                        .or_insert(Subject::Constant { name, program });
                }
            }
            for working in &chapter.napkins {
                for (index, statement) in working.statements.iter().enumerate() {
                    if lets.contains(&std::ptr::from_ref(statement)) {
                        let subject = Subject::Let {
                            working,
                            index,
                            statement,
                        };
                        by_name.insert(format!("{path}.{}", statement.name), subject);
                    }
                }
            }
        }
        Subjects { by_name }
    }

    /// The subject of a variable and its own name: `x` for `x_math`, `x_1` and `x_1_value`.
    pub(super) fn find(&self, variable: &str) -> Option<(&str, Subject<'a>)> {
        let mut name = variable;
        loop {
            if let Some((own, subject)) = self.by_name.get_key_value(name) {
                return Some((own, *subject));
            }
            let (before, last) = name.rsplit_once('_')?;
            let is_part = matches!(last, "math" | "value" | "unit");
            let is_row = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
            if !is_part && !is_row {
                return None;
            }
            name = before;
        }
    }
}

/// The variable of a claim.
pub(super) fn variable(claim: &Claim) -> String {
    claim.path().replace("::", ".")
}

/// The path of a variable as the code writes it.
pub(super) fn path(variable: &str) -> String {
    variable.replace('.', "::")
}
