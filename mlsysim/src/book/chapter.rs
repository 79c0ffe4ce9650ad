//! The chapters of the book: every napkin of the program, by module.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::{Error, LONGEST_NAME};
use crate::claims::napkin::{ClaimRecord, NAPKINS, Napkin, Statement};

/// A module with claims.
pub(super) struct Chapter {
    /// The module's path without the crate: `vol2`, `fault_tolerance`.
    pub(super) path: Vec<&'static str>,
    /// Its `check!` blocks, in the order of the file.
    pub(super) napkins: Vec<Working>,
}

/// A `check!` block, decoded.
pub(super) struct Working {
    pub(super) napkin: &'static Napkin,
    pub(super) statements: Vec<Statement>,
}

/// A claim within its block.
#[derive(Clone, Copy)]
pub(super) struct Claim<'a> {
    pub(super) working: &'a Working,
    pub(super) index: usize,
    pub(super) statement: &'a Statement,
    pub(super) record: &'a ClaimRecord,
}

impl Claim<'_> {
    /// Such as `vol2::fault_tolerance::failure_interval`.
    pub(super) fn path(&self) -> String {
        self.statement.path(self.working.napkin)
    }
}

impl Chapter {
    pub(super) fn claims(&self) -> impl Iterator<Item = Claim<'_>> {
        self.napkins.iter().flat_map(|working| {
            let statements = working.statements.iter().enumerate();
            statements.filter_map(move |(index, statement)| {
                Some(Claim {
                    working,
                    index,
                    statement,
                    record: statement.claim.as_ref()?,
                })
            })
        })
    }

    /// Its `let`s and claims, in the order of the file.
    pub(super) fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.napkins.iter().flat_map(|working| &working.statements)
    }

    /// How the chapter is called where all chapters are listed.
    pub(super) fn title(&self) -> String {
        let words = self.path.iter().map(|part| match part.strip_prefix("vol") {
            Some(number) if number.parse::<u8>().is_ok() => format!("Volume {number}"),
            _ => part.replace('_', " "),
        });
        words.collect::<Vec<_>>().join(": ")
    }
}

/// Every chapter that is linked into the program, in the order of their paths.
///
/// The library's own claims are no part of a book.
pub(super) fn chapters() -> Result<Vec<Chapter>, Error> {
    let mut napkins: Vec<&'static Napkin> = NAPKINS
        .iter()
        .copied()
        .filter(|napkin| napkin.module.split("::").next() != Some(env!("CARGO_CRATE_NAME")))
        .collect();
    let decode = |napkin: &'static Napkin| Working {
        napkin,
        statements: napkin.statements(),
    };
    napkins.sort_by_key(|napkin| napkin.module);
    let mut chapters: Vec<Chapter> = Vec::new();
    for napkin in napkins {
        let path: Vec<&'static str> = napkin.chapter().split("::").collect();
        for part in &path {
            valid(part, napkin.module)?;
        }
        let working = decode(napkin);
        for statement in &working.statements {
            valid(statement.name, napkin.module)?;
        }
        match chapters.last_mut().filter(|chapter| chapter.path == path) {
            Some(chapter) => chapter.napkins.push(working),
            None => chapters.push(Chapter {
                path,
                napkins: [working].into(),
            }),
        }
    }
    for chapter in &mut chapters {
        // Link order says nothing about where a block stands.
        chapter.napkins.sort_by_key(|working| {
            let line = working.statements.first().map_or(0, |first| first.line);
            (working.napkin.file, line)
        });
    }
    Ok(chapters)
}

/// Names that Windows keeps for devices, with any ending and in any case.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

pub(super) fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let port = name.strip_prefix("com").or(name.strip_prefix("lpt"));
    let is_port = port.is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit());
    is_port || DEVICES.contains(&&*name)
}

/// What names a file cannot lead out of its folder.
pub(super) fn valid(name: &str, place: &str) -> Result<(), Error> {
    let safe = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let fits = !name.is_empty() && name.len() <= LONGEST_NAME;
    if fits && name.chars().all(safe) && !is_device(name) {
        return Ok(());
    }
    Err(Error::Name {
        name: name.to_string(),
        place: place.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leads_out_of_its_folder() {
        for name in [
            "..",
            "a/b",
            "a\\b",
            "",
            "r#type",
            "C:",
            "a.b",
            "NUL",
            "com1",
            &"a".repeat(201),
        ] {
            assert!(valid(name, "somewhere").is_err(), "{name}");
        }
        assert!(valid("failure_interval_2", "somewhere").is_ok());
        assert!(valid("com", "somewhere").is_ok());
    }
}
