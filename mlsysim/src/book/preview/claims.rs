//! What the claims of the program give to the pages: variables, answers, verdicts.

use std::string::{String, ToString};

use super::super::edition::Edition;
use super::super::page::{Attributes, Included};
use super::super::registry::Registry;
use super::super::verdict::Broken;
use super::super::{errata, includes, output};
use super::subject::{Subjects, variable};
use crate::claims::formula::Formula;

/// The class of a division around generated text.
pub(super) const GENERATED: &str = "generated";

/// What the claims of the program give to the pages. It is the same as long as the program runs.
pub(in super::super) struct Claims<'a> {
    pub(super) edition: &'a Edition,
    pub(super) registry: Registry,
    pub(super) subjects: Subjects<'a>,
    pub(super) broken: &'a [Broken],
}

impl<'a> Claims<'a> {
    pub(in super::super) fn of(
        edition: &'a Edition,
        registry: Registry,
        broken: &'a [Broken],
    ) -> Claims<'a> {
        Claims {
            edition,
            registry,
            subjects: Subjects::of(&edition.chapters),
            broken,
        }
    }

    /// The text of a variable, as Markdown.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        self.edition.known.variables.get(name).cloned()
    }

    /// What is wrong with the claim of a variable.
    pub(super) fn report(&self, name: &str) -> Option<&str> {
        let path = super::subject::path(name);
        let mut broken = self.broken.iter();
        let found = broken.find(|broken| broken.claim.as_deref() == Some(&*path));
        found.map(|broken| broken.report.as_str())
    }

    /// What a generated file says here: its figures can be asked.
    pub(super) fn generated(&self, file: &str) -> Option<Included> {
        let text = self.edition.plan.text(file)?;
        let division = |class: &str, pairs| Attributes {
            id: None,
            classes: [class.to_string()].into(),
            pairs,
        };
        let plain = |text: String| Included {
            text,
            around: Some(division(GENERATED, [].into())),
        };
        let below = file.strip_prefix(output::GENERATED)?;
        let below = below.trim_start_matches('/').strip_suffix(".qmd")?;
        if below == "errata" {
            return self.errata().map(plain);
        }
        let name = below.replace('/', ".");
        if let Some(chapter) = name.strip_suffix("._claims") {
            return self.table(chapter).map(plain);
        }
        let is_claim = self
            .subjects
            .find(&name)
            .is_some_and(|(own, _)| own == name);
        let around = match is_claim {
            true => division("derivation", [("claim".to_string(), name)].into()),
            false => division(GENERATED, [].into()),
        };
        // The first lines say that the file is generated, which no reader asks.
        let text = text.split_once("-->\n\n").map_or(text, |(_, text)| text);
        let text = text.to_string();
        let around = Some(around);
        Some(Included { text, around })
    }

    /// The table of a chapter's claims, by the chapter's path with dots.
    pub(super) fn table(&self, chapter: &str) -> Option<String> {
        let mut chapters = self.edition.chapters.iter();
        let found = chapters.find(|it| it.path.join(".") == chapter)?;
        includes::claims(found, marked).ok()
    }

    /// The wrong figures of the printed edition.
    pub(super) fn errata(&self) -> Option<String> {
        errata::text(&self.edition.chapters, marked).ok()
    }

    /// The formulas that claims call.
    pub(super) fn formulas(&self) -> std::vec::Vec<&'static Formula> {
        includes::formulas(&self.edition.chapters)
    }
}

/// A figure that can be asked.
fn marked(claim: &super::super::chapter::Claim, figure: String) -> String {
    match figure.is_empty() {
        true => figure,
        false => std::format!("[{figure}]{{.claim id={}}}", variable(claim)),
    }
}
