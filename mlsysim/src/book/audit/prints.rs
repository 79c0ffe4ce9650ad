//! Claims that nobody prints, pages without claims, and chapters without a page.

use std::collections::BTreeSet;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::audit::Kind;

use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::trace::Step;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let mut findings = unprinted(subject);
    findings.extend(chapters(subject));
    findings.extend(pages(subject));
    findings
}

/// Claims that no page shows, and from which no other value of their block follows.
fn unprinted(subject: &Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (chapter, working) in subject.workings() {
        // Of a chapter without a page that is said, and not of each claim.
        if !subject.pages.iter().any(|page| page.is_of(chapter)) {
            continue;
        }
        let programs = working.statements.iter().flat_map(|it| it.programs());
        let steps = programs.flat_map(|program| &program.steps);
        let used: BTreeSet<usize> = steps
            .filter_map(|(step, _)| match step {
                Step::Local { statement, .. } => Some(*statement),
                _ => None,
            })
            .collect();
        for (index, statement) in working.statements.iter().enumerate() {
            let is_shown = || {
                let mut pages = subject.pages.iter();
                pages.any(|page| page.shows(working, statement))
            };
            if statement.claim.is_none() || used.contains(&index) || is_shown() {
                continue;
            }
            let name = statement.name;
            let variable = statement.path(working.napkin).replace("::", ".");
            findings.push(Finding {
                kind: Kind::Unprinted,
                site: Site::statement(working, statement),
                message: format!(
                    "no page prints `{name}`, and nothing follows from it: print it with \
                     `{{{{< var {variable} >}}}}`, include the table of its chapter, or leave it out"
                ),
            });
        }
    }
    findings
}

/// Chapters that no page prints anything of.
fn chapters(subject: &Subject) -> Vec<Finding> {
    let all = subject.chapters.iter();
    let without = all.filter(|chapter| !subject.pages.iter().any(|page| page.is_of(chapter)));
    let findings = without.filter_map(|chapter| {
        let working = chapter.napkins.first()?;
        let path = chapter.path.join("/");
        Some(Finding {
            kind: Kind::Page,
            site: Site::statement(working, working.statements.first()?),
            message: format!(
                "no page prints anything of the chapter `{}`: write `book/{path}.qmd`, or take \
                 the chapter out",
                chapter.path.join("::")
            ),
        })
    });
    findings.collect()
}

/// Pages that have quantities and no claim, and pages beside the chapters' that have no chapter.
fn pages(subject: &Subject) -> Vec<Finding> {
    let folders: BTreeSet<String> = subject
        .chapters
        .iter()
        .filter_map(|chapter| Some(chapter.path.split_last()?.1.join("/")))
        .filter(|folder| !folder.is_empty())
        .collect();
    let is_chapter = |name: &str| {
        let mut chapters = subject.chapters.iter();
        chapters.any(|chapter| chapter.path.join("/") == name)
    };
    let mut findings = Vec::new();
    for page in &subject.pages {
        let survey = page.survey;
        if survey.is_included {
            continue;
        }
        let name = survey
            .name
            .rsplit_once('.')
            .map_or(&*survey.name, |it| it.0);
        let folder = name.rsplit_once('/').map_or("", |it| it.0).to_string();
        let message = match () {
            () if survey.quantities > 0 && !page.is_bound() => {
                "the page has quantities and prints no claim: bind them, see `lint`".to_string()
            }
            () if folders.contains(&folder) && !is_chapter(name) => format!(
                "the page lies among the chapters, and there is no chapter `{}`: write its \
                 claims, or move the page",
                name.replace('/', "::")
            ),
            () => continue,
        };
        findings.push(Finding {
            kind: Kind::Page,
            site: Site::page(survey),
            message,
        });
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;
    use std::string::{String, ToString};
    use std::vec::Vec;

    use super::super::specimen::{audited, found};

    mod clinic {
        pub(super) const CHAPTER: &str = module_path!();

        crate::check! {
            let beds = 21;

            /// {}
            visits: 840 / beds == 40;

            /// {}
            a_day: visits / 7 ~= 5.71;

            /// {}
            alone: beds / 7 == 3;
        }
    }

    const PATH: &str = "book.audit.prints.tests.clinic";

    fn unprinted(text: &str) -> Vec<String> {
        let audit = audited(&[clinic::CHAPTER], [], &[("a.qmd", text)]);
        let all = found(Kind::Unprinted, &audit).into_iter();
        all.map(|it| it.split(':').next().unwrap().to_string())
            .collect()
    }

    #[test]
    fn a_claim_is_printed_or_used() {
        // Of `visits` follows `a_day`.
        let beds = format!("{{{{< var {PATH}.beds >}}}}");
        assert_eq!(unprinted(&beds), ["a_day", "alone"]);
        let audit = audited(&[clinic::CHAPTER], [], &[("a.qmd", &beds)]);
        assert_eq!(
            found(Kind::Unprinted, &audit)[0],
            format!(
                "a_day: no page prints `a_day`, and nothing follows from it: print it with \
                 `{{{{< var {PATH}.a_day >}}}}`, include the table of its chapter, or leave it out"
            )
        );
        let folder = "/_generated/book/audit/prints/tests/clinic";
        for (text, left) in [
            (format!("{{{{< var {PATH}.a_day_value >}}}}"), "alone"),
            (format!("[3]{{.claim id={PATH}.alone}}"), "a_day"),
            (format!("{{{{< include {folder}/alone.qmd >}}}}"), "a_day"),
        ] {
            assert_eq!(unprinted(&text), [left], "{text}");
        }
        let table = format!("{{{{< include {folder}/_claims.qmd >}}}}");
        assert_eq!(unprinted(&table), [""; 0]);
    }

    #[test]
    fn a_chapter_has_a_page_and_a_page_a_chapter() {
        let beds = format!("{{{{< var {PATH}.beds >}}}}");
        let folder = "book/audit/prints/tests";
        let own = format!("{folder}/clinic.qmd");
        let other = format!("{folder}/ward.qmd");
        let pages =
            |pages: &[(&str, &str)]| found(Kind::Page, &audited(&[clinic::CHAPTER], [], pages));
        let index = ("index.qmd", "# About\n\nNothing to count.\n");
        assert_eq!(pages(&[(&own, &beds), index]), [""; 0]);
        assert_eq!(
            pages(&[("notes.qmd", "A bed costs 300 USD a day.\n")]),
            [
                ": the page has quantities and prints no claim: bind them, see `lint`",
                "beds: no page prints anything of the chapter `book::audit::prints::tests::clinic`: \
                 write `book/book/audit/prints/tests/clinic.qmd`, or take the chapter out",
            ]
        );
        assert_eq!(
            pages(&[(&own, &beds), (&other, &beds)]),
            [
                ": the page lies among the chapters, and there is no chapter \
                 `book::audit::prints::tests::ward`: write its claims, or move the page"
            ]
        );
    }
}
