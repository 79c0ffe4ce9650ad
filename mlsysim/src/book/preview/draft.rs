//! The pages of the book, read and numbered, before they are written.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::page::{Document, Pages};
use super::claims::Claims;
use super::contents::{Entry, contents, is_index};
use super::events::Text;
use super::inline::{inline, inline_text};
use super::item::wrong;
use super::layout::{INDEX, Layout, Sheet};
use super::links::{Anchor, Links};
use super::project::Project;
use super::render::Renderer;
use super::survey::{Survey, is_unnumbered, survey};
use super::yaml::{Value, Yaml};

/// A page that is read and not written.
pub(super) struct Draft {
    pub(super) entry: Entry,
    document: Document,
    front: Yaml,
    survey: Survey,
    /// As HTML, and in plain text.
    pub(super) title: String,
    pub(super) plain_title: String,
}

/// The pages in their order, read.
pub(super) fn drafts(pages: &Pages, project: &Project, claims: &Claims) -> Vec<Draft> {
    let names: Vec<&str> = pages.names().collect();
    let generated = |file: &str| claims.generated(file);
    let documents: BTreeMap<&str, Document> = names
        .iter()
        .filter_map(|name| Some((*name, pages.document(name, &generated)?)))
        .collect();
    let value = |name: &str| claims.value(name);
    let is_numbered = |name: &str| {
        let text = documents
            .get(name)
            .map(|document| Text::of(document, &value));
        !is_index(name) && text.is_some_and(|text| !is_unnumbered(&text))
    };
    let entries = contents(&project.pages, &names, project.is_listed, &is_numbered);
    let mut documents = documents;
    let mut drafts = Vec::new();
    for entry in entries {
        let Some(document) = documents.remove(entry.name.as_str()) else {
            continue;
        };
        drafts.push(Draft::of(entry, document, claims));
    }
    drafts
}

impl Draft {
    fn of(entry: Entry, document: Document, claims: &Claims) -> Draft {
        let value = |name: &str| claims.value(name);
        // A page whose options are no YAML has its own words as its title.
        let front = Yaml::read(&document.front).or_else(|_| Yaml::read(""));
        let front = front.unwrap_or(Yaml {
            line: 1,
            value: Value::List(Vec::new()),
        });
        let named = front.get("title").and_then(Yaml::text).map(String::from);
        let text = Text::of(&document, &value);
        let survey = survey(&text, entry.number.as_deref(), named.is_some());
        let words = named.or_else(|| survey.title().map(|heading| heading.text.clone()));
        let words = words.unwrap_or_else(|| {
            let stem = entry.name.rsplit('/').next().unwrap_or(&entry.name);
            stem.split('.').next().unwrap_or(stem).to_string()
        });
        let title = Document::of_text(&words);
        let title = Text::of(&title, &value);
        let (html, plain_title) = (inline_text(&title), title.all_plain());
        Draft {
            title: html,
            plain_title,
            entry,
            front,
            survey,
            document,
        }
    }

    /// The page with what stands around its text, and the variables that can be asked on it.
    pub(super) fn sheet(
        &self,
        pages: &Pages,
        links: &Links,
        layout: &Layout,
    ) -> (Sheet, BTreeSet<String>) {
        let value = |name: &str| links.cards.and_then(|cards| cards.claims.value(name));
        let text = Text::of(&self.document, &value);
        let (html, asked) = Renderer::new(&text, links).page(&self.survey.headings);
        let mut body = String::new();
        for key in ["subtitle", "abstract"] {
            if let Some(words) = self.front.get(key).and_then(Yaml::text) {
                body.push_str(&format!("<p class=\"{key}\">{}</p>\n", inline(words)));
            }
        }
        // What has no place in the text: a title, a page that is not UTF-8.
        let shown: Vec<&String> = self
            .document
            .items
            .iter()
            .flat_map(|it| &it.problems)
            .collect();
        for problem in pages.problems_of(&self.entry.name) {
            let (line, column, message) = (problem.line, problem.column, &problem.message);
            let words = format!("{}:{line}:{column}: {message}", self.entry.name);
            if !shown.iter().any(|shown| **shown == words) {
                body.push_str(&format!("<p>{}</p>\n", wrong(&[words])));
            }
        }
        body.push_str(&html);
        if self.entry.address == INDEX {
            body.push_str(&format!(
                "<nav class=\"contents-here\" aria-label=\"Chapters\">{}</nav>\n",
                layout.contents(INDEX)
            ));
        }
        let sheet = Sheet {
            address: self.entry.address.clone(),
            title: self.title.clone(),
            plain_title: self.plain_title.clone(),
            number: self.entry.number.clone(),
            body,
            headings: self.survey.headings.clone(),
            cards: String::new(),
        };
        (sheet, asked)
    }
}

/// Where each label of the book is.
pub(super) fn anchors(drafts: &[Draft]) -> BTreeMap<String, Anchor> {
    let mut anchors = BTreeMap::new();
    for draft in drafts {
        for (name, label) in &draft.survey.labels {
            anchors.entry(name.clone()).or_insert_with(|| Anchor {
                address: draft.entry.address.clone(),
                label: label.clone(),
            });
        }
    }
    anchors
}
