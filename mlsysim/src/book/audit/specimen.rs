//! A small book for the tests of a rule: blocks of the test's own, constants and pages.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::audit::Kind;

use super::super::chapter::{Chapter, Working};
use super::super::page::{Survey, survey_of};
use super::super::registry::Registry;
use super::super::variables::Variables;
use super::{Audit, Subject, audit};
use crate::claims::napkin::NAPKINS;
use crate::core::constants::{Constant, Figure, Source};
use crate::units::dynamic::Dynamic;

/// The year in which the tests look.
const YEAR: u16 = 2026;

/// The blocks of some modules, a chapter each.
fn chapters(modules: &[&str]) -> Vec<Chapter> {
    let chapters = modules.iter().map(|module| {
        let own = NAPKINS.iter().filter(|napkin| napkin.module == *module);
        let mut napkins: Vec<Working> = own
            .map(|napkin| Working {
                napkin,
                statements: napkin.statements(),
            })
            .collect();
        napkins.sort_by_key(|working| working.statements[0].line);
        Chapter {
            path: napkins[0].napkin.chapter().split("::").collect(),
            napkins,
        }
    });
    chapters.collect()
}

/// All that an audit says of a book.
pub(super) fn audited(
    modules: &[&str],
    constants: impl IntoIterator<Item = Constant>,
    pages: &[(&str, &str)],
) -> Audit {
    let chapters = chapters(modules);
    let constants = constants.into_iter().collect();
    let registry = Registry { constants };
    let variables = Variables::of(&chapters).unwrap();
    let pages = pages.iter().map(|(name, text)| survey_of(name, text));
    let pages: Vec<Survey> = pages.collect();
    audit(&Subject::new(
        &chapters, &registry, &variables, &pages, YEAR,
    ))
}

/// What is found of a kind: each finding after the name of what it is about.
pub(super) fn found(kind: Kind, audit: &Audit) -> Vec<String> {
    let open = audit.open.iter().filter(|finding| finding.kind == kind);
    open.map(|finding| format!("{}: {}", finding.site.name, finding.message))
        .collect()
}

/// A constant of one figure, as a page of the book's own has it.
pub(super) fn constant(
    name: &'static str,
    (value, expression, unit): (Dynamic, &'static str, &'static str),
    source: Source,
) -> Constant {
    Constant {
        module: "clinic::shared",
        file: "src/shared.rs",
        line: 3,
        name,
        type_name: "Time",
        documentation: "",
        title: None,
        is_public: true,
        source: Some(source),
        accepted: Vec::new(),
        figures: [Figure {
            path: name,
            value: Some(value),
            expression,
            unit: Some(unit),
            constants: Vec::new(),
        }]
        .into(),
        words: Vec::new(),
    }
}
