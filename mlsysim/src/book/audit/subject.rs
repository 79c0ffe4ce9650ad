//! What an audit looks at: the chapters, the constants and the pages.

use std::collections::BTreeSet;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::super::chapter::{Chapter, Claim, Working};
use super::super::output::GENERATED;
use super::super::page::{Survey, Used};
use super::super::registry::Registry;
use super::super::variables::{Variables, owner_of, owner_of_let};
use crate::claims::napkin::Statement;

/// What an audit looks at.
pub(in super::super) struct Subject<'a> {
    pub(super) chapters: &'a [Chapter],
    pub(super) registry: &'a Registry,
    pub(super) pages: Vec<Printing<'a>>,
    /// The year in which it is audited.
    pub(super) year: u16,
}

/// What a page prints.
pub(super) struct Printing<'a> {
    pub(super) survey: &'a Survey,
    /// What its variables were made for.
    owners: BTreeSet<&'a str>,
    /// The files that it includes.
    files: BTreeSet<&'a str>,
}

impl<'a> Subject<'a> {
    pub(in super::super) fn new(
        chapters: &'a [Chapter],
        registry: &'a Registry,
        variables: &'a Variables,
        surveys: &'a [Survey],
        year: u16,
    ) -> Subject<'a> {
        let pages = surveys.iter().map(|survey| {
            let mut printing = Printing {
                survey,
                owners: BTreeSet::new(),
                files: BTreeSet::new(),
            };
            for place in &survey.uses {
                match &place.what {
                    Used::Variable(name) => printing.owners.extend(variables.owner(name)),
                    Used::File(file) => {
                        printing.files.insert(file);
                    }
                }
            }
            printing
        });
        Subject {
            chapters,
            registry,
            pages: pages.collect(),
            year,
        }
    }

    /// Every block with the chapter that it is in.
    pub(super) fn workings(&self) -> impl Iterator<Item = (&'a Chapter, &'a Working)> {
        let chapters = self.chapters.iter();
        chapters.flat_map(|chapter| {
            chapter
                .napkins
                .iter()
                .map(move |working| (chapter, working))
        })
    }

    pub(super) fn claims(&self) -> impl Iterator<Item = Claim<'a>> {
        self.chapters.iter().flat_map(Chapter::claims)
    }
}

impl Printing<'_> {
    /// Whether the text of the page has a value of the statement in it.
    pub(super) fn has(&self, working: &Working, statement: &Statement) -> bool {
        let chapter = working.napkin.chapter();
        let owner = match statement.claim {
            Some(_) => owner_of(&statement.path(working.napkin)),
            None => owner_of_let(statement.name, chapter),
        };
        self.owners.contains(&*owner)
    }

    /// Whether it prints the claim in any way: in its text, derived, in the chapter's table, or
    /// among the errata.
    pub(super) fn shows(&self, working: &Working, statement: &Statement) -> bool {
        let folder = folder(working);
        let derivation = format!("{folder}/{}.qmd", statement.name);
        let table = format!("{folder}/_claims.qmd");
        let errata = format!("{GENERATED}/errata.qmd");
        let is_erratum = statement
            .claim
            .as_ref()
            .is_some_and(|claim| !claim.published.is_empty());
        self.files.contains(&*derivation)
            || self.files.contains(&*table)
            || (is_erratum && self.files.contains(&*errata))
            || self.has(working, statement)
    }

    /// Whether it prints anything that was generated.
    pub(super) fn is_bound(&self) -> bool {
        let start = format!("{GENERATED}/");
        let mut files = self.files.iter();
        !self.owners.is_empty() || files.any(|file| file.starts_with(&start))
    }

    /// Whether it prints anything of a chapter.
    pub(super) fn is_of(&self, chapter: &Chapter) -> bool {
        let start = format!("{GENERATED}/{}/", chapter.path.join("/"));
        let name = format!("{}.", chapter.path.join("."));
        let is_own = |used: &Used| match used {
            Used::Variable(variable) => variable.starts_with(&name),
            Used::File(file) => file.starts_with(&start),
        };
        self.survey.uses.iter().any(|place| is_own(&place.what))
    }
}

/// Where the files of a chapter are generated.
fn folder(working: &Working) -> String {
    let chapter = working.napkin.chapter().replace("::", "/");
    format!("{GENERATED}/{chapter}")
}
