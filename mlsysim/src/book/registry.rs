//! The constants of the book and of the library, and what a napkin means by their names.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::Error;
use crate::core::constants::{self, Constant, Figure, SourceKind, dependencies};
use crate::units::dynamic::Dynamic;

/// Every constant of a `constants!` page.
pub(super) struct Registry {
    pub(super) constants: Vec<Constant>,
}

/// A figure of a constant.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) constant: &'a Constant,
    pub(super) figure: &'a Figure,
}

/// What stands behind a name of a napkin.
#[derive(Default)]
pub(super) struct Meant<'a> {
    pub(super) figures: Vec<Place<'a>>,
    /// What leads to no figure: plain functions, whole records, constants of no page.
    pub(super) unknown: Vec<String>,
}

/// Tells figures apart: the module and the path in it.
pub(super) type Key = (&'static str, &'static str);

impl Place<'_> {
    pub(super) fn key(&self) -> Key {
        (self.constant.module, self.figure.path)
    }
}

impl Registry {
    pub(super) fn read() -> Result<Registry, Error> {
        let constants = constants::all().map_err(Error::Constants)?;
        Ok(Registry { constants })
    }

    /// Every figure of every constant.
    pub(super) fn figures(&self) -> impl Iterator<Item = Place<'_>> {
        self.constants.iter().flat_map(|constant| {
            let figures = constant.figures.iter();
            figures.map(move |figure| Place { constant, figure })
        })
    }

    /// The figures behind a name as a napkin writes it, which has a value there.
    pub(super) fn meant(&self, written: &str, value: Option<Dynamic>) -> Meant<'_> {
        let written = written.strip_suffix("()").unwrap_or(written);
        let name = last(written);
        let is_it = |place: &Place| {
            let has_value = value.is_none() || place.figure.value == value;
            place.figure.path == name && has_value
        };
        if let Some(found) = dependencies(&self.constants, written) {
            let figures = found.figures.into_iter();
            let figures: Vec<Place> = figures
                .map(|(constant, figure)| Place { constant, figure })
                .collect();
            // A constant of no page may have the name of one.
            let is_other =
                figures.len() == 1 && figures[0].figure.path == name && !is_it(&figures[0]);
            return match is_other {
                true => Meant::unknown(written),
                false => Meant {
                    figures,
                    unknown: found.unknown,
                },
            };
        }
        // Several pages have the name; the value tells which is meant.
        let figures: Vec<Place> = self.figures().filter(is_it).collect();
        match figures.len() {
            1 => Meant {
                figures,
                unknown: Vec::new(),
            },
            _ => Meant::unknown(written),
        }
    }
}

impl Meant<'_> {
    fn unknown(written: &str) -> Self {
        Meant {
            figures: Vec::new(),
            unknown: [written.to_string()].into(),
        }
    }
}

/// A path without its modules; what is given in parentheses may be a path itself.
pub(super) fn last(path: &str) -> &str {
    let end = path.find('(').unwrap_or(path.len());
    path[..end].rfind("::").map_or(path, |at| &path[at + 2..])
}

/// Whether a constant is one of this library, which the author of a book cannot change.
pub(super) fn is_of_the_library(constant: &Constant) -> bool {
    constant.module.split("::").next() == Some(env!("CARGO_CRATE_NAME"))
}

/// Where a constant is published, in words.
pub(super) fn source(constant: &Constant) -> Option<String> {
    let source = constant.source?;
    let kind = source_kind(source.kind);
    let mut text = format!("{} ({kind})", source.reference);
    if let Some(url) = source.url {
        text.push_str(&format!(", {url}"));
    }
    if let Some(day) = source.checked {
        let date = format!("{}-{:02}-{:02}", day.year, day.month, day.day);
        text.push_str(&format!(", checked {date}"));
    }
    Some(text)
}

/// How far a source can be trusted, in words.
pub(super) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Datasheet => "datasheet",
        SourceKind::Literature => "literature",
        SourceKind::IndustryReport => "industry report",
        SourceKind::Estimate => "estimate",
        SourceKind::Convention => "convention",
        SourceKind::Illustrative => "illustrative",
        SourceKind::Derived => "derived",
    }
}
