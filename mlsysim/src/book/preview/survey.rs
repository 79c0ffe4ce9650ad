//! What of a page has a number or a name: its title, its sections, equations, figures, tables.

use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::super::page::{Attributes, Object};
use super::events::Text;

/// What of a page has a number or a name.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// In their order; the title, where a heading is it, among them.
    pub(super) headings: Vec<Heading>,
    /// Of each label, its number and in which words it is referred to.
    pub(super) labels: Vec<(String, Label)>,
}

/// A heading of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) id: String,
    pub(super) number: Option<String>,
    pub(super) text: String,
    pub(super) role: Role,
}

/// What a heading is to its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Section,
    /// The title of the page.
    Title,
    /// The title of the callout that it begins.
    Callout,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// "Equation", "Figure".
    pub(super) word: &'static str,
    /// "2.3"; empty where it has none.
    pub(super) number: String,
}

/// The kinds of labels that are numbered each for itself.
const KINDS: [(&str, &str); 4] = [
    ("eq-", "Equation"),
    ("fig-", "Figure"),
    ("tbl-", "Table"),
    ("lst-", "Listing"),
];

/// Surveys a page; `number` is its chapter's, and `has_title` whether its options name its title.
pub(super) fn survey(text: &Text, number: Option<&str>, has_title: bool) -> Survey {
    let mut survey = Survey::default();
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let within = |count: u32| match number {
        Some(number) => format!("{number}.{count}"),
        None => count.to_string(),
    };
    for item in &text.document.items {
        let label = match &item.object {
            Object::Math { label, .. } => label.as_ref(),
            Object::Division(Some(attributes)) | Object::Attributes(attributes) => {
                attributes.id.as_ref()
            }
            _ => None,
        };
        let kind = label.and_then(|label| KINDS.iter().find(|(kind, _)| label.starts_with(kind)));
        if let (Some(label), Some((kind, word))) = (label, kind) {
            let count = counts.entry(kind).or_default();
            *count += 1;
            let number = within(*count);
            survey.labels.push((label.clone(), Label { word, number }));
        }
    }
    survey.sections(text, number, has_title);
    survey
}

impl Survey {
    fn sections(&mut self, text: &Text, number: Option<&str>, has_title: bool) {
        let mut ids: BTreeMap<String, u32> = BTreeMap::new();
        let mut counts = [0_u32; 7];
        let mut is_first = true;
        for (index, event) in text.events.iter().enumerate() {
            let Event::Start(Tag::Heading { level, .. }) = event else {
                is_first &= matches!(event, Event::Html(_) | Event::End(_))
                    || matches!(event, Event::Start(Tag::HtmlBlock));
                continue;
            };
            let level = *level as u8;
            let end = text.end_of(index, |end| matches!(end, TagEnd::Heading(_)));
            let inner = &text.events[index + 1..end];
            let attributes = text.attributes(inner);
            let role = match () {
                () if text.begins_callout(index) => Role::Callout,
                () if level == 1 && is_first && !has_title => Role::Title,
                () => Role::Section,
            };
            is_first = false;
            let words = text.plain(inner);
            let has = |class: &str| attributes.as_ref().is_some_and(|it| it.has(class));
            let is_numbered = role == Role::Section
                && level >= 2
                && number.is_some()
                && !has("unnumbered")
                && !has("-");
            let own = is_numbered.then(|| {
                counts[usize::from(level)] += 1;
                counts[usize::from(level) + 1..].fill(0);
                let below = counts[2..=usize::from(level)].iter().map(u32::to_string);
                let chapter = number.map(String::from);
                let all: Vec<String> = chapter.into_iter().chain(below).collect();
                all.join(".")
            });
            let id = attributes.and_then(|it: Attributes| it.id);
            let id = id.unwrap_or_else(|| unique(slug(&words), &mut ids));
            if id.starts_with("sec-") {
                let label = match role {
                    Role::Title => Label {
                        word: "Chapter",
                        number: number.unwrap_or_default().to_string(),
                    },
                    Role::Section | Role::Callout => Label {
                        word: "Section",
                        number: own.clone().unwrap_or_default(),
                    },
                };
                self.labels.push((id.clone(), label));
            }
            self.headings.push(Heading {
                level,
                id,
                number: own,
                text: words.trim().to_string(),
                role,
            });
        }
    }

    /// The heading that is the page's title.
    pub(super) fn title(&self) -> Option<&Heading> {
        let mut headings = self.headings.iter();
        headings.find(|heading| heading.role == Role::Title)
    }
}

/// Whether a page has a heading that says it is not numbered.
pub(super) fn is_unnumbered(text: &Text) -> bool {
    let first = text
        .events
        .iter()
        .position(|event| matches!(event, Event::Start(Tag::Heading { .. })));
    let Some(first) = first else {
        return false;
    };
    let end = text.end_of(first, |end| matches!(end, TagEnd::Heading(_)));
    let attributes = text.attributes(&text.events[first + 1..end]);
    let is_title = matches!(
        &text.events[first],
        Event::Start(Tag::Heading { level, .. }) if *level as u8 == 1
    );
    is_title && attributes.is_some_and(|it| it.has("unnumbered") || it.has("-"))
}

/// The name of a section as Pandoc makes it of its words.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.to_lowercase().chars() {
        match c {
            c if c.is_whitespace() => slug.push('-'),
            c if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') => slug.push(c),
            _ => {}
        }
    }
    let slug = slug.trim_start_matches(|c: char| !c.is_alphabetic());
    let slug = slug.trim_end_matches('-');
    match slug {
        "" => "section".into(),
        slug => slug.into(),
    }
}

fn unique(slug: String, ids: &mut BTreeMap<String, u32>) -> String {
    let count = ids.entry(slug.clone()).or_default();
    *count += 1;
    match *count {
        1 => slug,
        count => format!("{slug}-{}", count - 1),
    }
}
