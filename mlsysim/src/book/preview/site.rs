//! All pages of the preview.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::edition::shown;
use super::super::error::{Error, counted};
use super::super::output::{Plan, Territory};
use super::super::page::{Document, Pages, Problem};
use super::address;
use super::cards::Cards;
use super::claims::Claims;
use super::contents::{Entry, contents, is_index};
use super::escape::escaped;
use super::events::Text;
use super::inline::{inline, inline_text};
use super::layout::{BUILD, CONSTANTS, ERRATA, FORMULAS, INDEX, Layout, SCRIPT, STYLE, Sheet};
use super::links::{Anchor, Links};
use super::own::{self, Users};
use super::project::Project;
use super::render::Renderer;
use super::survey::{Survey, is_unnumbered, survey};
use super::yaml::Yaml;

/// What the open pages are told.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct State {
    /// Another number than before: the pages load themselves anew.
    pub(in super::super) number: u128,
    /// Whether more will come.
    pub(in super::super) is_watched: bool,
    /// What the compiler says of the sources, if it does not accept them.
    pub(in super::super) failure: Option<String>,
}

impl State {
    /// The file that tells them.
    pub(in super::super) fn script(&self) -> String {
        let state = serde_json::json!({
            "number": self.number.to_string(),
            "watched": self.is_watched,
            "failure": self.failure,
        });
        format!("mlsysimBuild({state});\n")
    }
}

/// The files of a preview, and the mistakes of the pages.
pub(in super::super) struct Site {
    pub(in super::super) plan: Plan,
    pub(in super::super) problems: Vec<Problem>,
    /// How many pages of the book there are.
    pub(in super::super) pages: usize,
    /// How many numbers can be asked on them.
    pub(in super::super) asked: usize,
}

/// A page that is read and not written.
struct Draft {
    entry: Entry,
    document: Document,
    front: Yaml,
    survey: Survey,
    /// As HTML, and in plain text.
    title: String,
    plain_title: String,
}

impl Site {
    /// Reads the pages of a folder, and plans their preview in another.
    pub(in super::super) fn of(
        cards: &Cards,
        name: &str,
        folder: &Path,
        output: &Path,
        state: &State,
    ) -> Result<Site, Error> {
        let claims = cards.claims;
        let pages = Pages::read(folder, &claims.edition.known)?;
        let project = Project::read(folder)?;
        let mut problems = pages.problems().to_vec();
        problems.extend(project.problems.iter().cloned());
        let drafts = drafts(&pages, &project, claims);
        let names: Vec<&str> = pages.names().collect();
        let listed = project.pages.iter();
        let missing = listed.filter(|page| !names.contains(&page.name.as_str()));
        problems.extend(missing.map(|page| Project::missing(page, folder)));

        let anchors = anchors(&drafts);
        let entries: Vec<Entry> = drafts.iter().map(|draft| draft.entry.clone()).collect();
        let titles: Vec<String> = drafts.iter().map(|draft| draft.title.clone()).collect();
        let index = drafts.iter().find(|draft| is_index(&draft.entry.name));
        let plain_book = match (&project.title, index) {
            (Some(title), _) => title.clone(),
            (None, Some(index)) => index.plain_title.clone(),
            (None, None) => name.to_string(),
        };
        let book = inline(&plain_book);
        let notice = notice(claims, &problems);
        let layout = Layout {
            book: &book,
            plain_book: &plain_book,
            entries: &entries,
            titles: &titles,
            notice: &notice,
        };
        let way = way(output, folder);
        let links = |address, name| Links {
            address,
            name,
            entries: &entries,
            anchors: &anchors,
            book: way.as_deref(),
            cards: Some(cards),
        };
        let mut site = Site {
            plan: Plan::new(output, Territory::Preview),
            problems,
            pages: drafts.len(),
            asked: 0,
        };
        for draft in &drafts {
            let links = links(&draft.entry.address, &draft.entry.name);
            let sheet = draft.sheet(&pages, &links, &layout);
            site.add(
                &layout,
                sheet,
                cards,
                &format!("the page `{}`", draft.entry.name),
            )?;
        }
        if index.is_none() {
            let sheet = sheet(INDEX, &book, layout.contents(INDEX));
            site.add(
                &layout,
                (sheet, BTreeSet::new()),
                cards,
                "the list of the pages",
            )?;
        }
        let users = Users::of(claims);
        for (page, write) in [
            (
                FORMULAS,
                own::formulas as fn(&Users, &Links, &mut BTreeSet<String>) -> String,
            ),
            (CONSTANTS, own::constants),
            (ERRATA, own::errata),
        ] {
            let mut asked = BTreeSet::new();
            let body = write(&users, &links(page.0, page.0), &mut asked);
            let owner = format!("the page of the {}", page.1.to_lowercase());
            site.add(&layout, (sheet(page.0, page.1, body), asked), cards, &owner)?;
        }
        let files = [
            (STYLE, include_str!("assets/style.css").to_string()),
            (SCRIPT, include_str!("assets/script.js").to_string()),
            (BUILD, state.script()),
            // A preview is made anew whenever somebody wants it.
            (".gitignore", "*\n".to_string()),
        ];
        for (file, text) in files {
            site.plan.add(file, text, "the preview")?;
        }
        Ok(site)
    }

    fn add(
        &mut self,
        layout: &Layout,
        (mut sheet, asked): (Sheet, BTreeSet<String>),
        cards: &Cards,
        owner: &str,
    ) -> Result<(), Error> {
        self.asked += asked.len();
        for name in asked {
            if let Some((_, card)) = cards.card(&name) {
                sheet.cards.push_str(&card.html);
            }
        }
        let html = layout.page(&sheet);
        self.plan.add(&sheet.address, html, owner)
    }
}

fn sheet(address: &str, title: &str, body: String) -> Sheet {
    Sheet {
        address: address.to_string(),
        title: title.to_string(),
        plain_title: title.to_string(),
        number: None,
        body,
        headings: Vec::new(),
        cards: String::new(),
    }
}

/// The pages in their order, read.
fn drafts(pages: &Pages, project: &Project, claims: &Claims) -> Vec<Draft> {
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
            value: super::yaml::Value::List(Vec::new()),
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

    fn sheet(&self, pages: &Pages, links: &Links, layout: &Layout) -> (Sheet, BTreeSet<String>) {
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
                body.push_str(&format!("<p>{}</p>\n", super::item::wrong(&[words])));
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
fn anchors(drafts: &[Draft]) -> BTreeMap<String, Anchor> {
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

/// The way from the preview to the book, whether the preview is there yet or not.
fn way(output: &Path, folder: &Path) -> Option<String> {
    let whole = |path: &Path| -> Option<std::path::PathBuf> {
        let path = std::path::absolute(path).ok()?;
        Some(path.canonicalize().unwrap_or(path))
    };
    address::way(&whole(output)?, &whole(folder)?)
}

/// What is wrong with the whole book, on every page of it.
fn notice(claims: &Claims, problems: &[Problem]) -> String {
    if claims.broken.is_empty() && problems.is_empty() {
        return String::new();
    }
    let mut heads = Vec::new();
    if !claims.broken.is_empty() {
        heads.push(counted(
            claims.broken.len(),
            "claim is broken",
            "claims are broken",
        ));
    }
    if !problems.is_empty() {
        heads.push(counted(
            problems.len(),
            "mistake in the pages",
            "mistakes in the pages",
        ));
    }
    let reports = claims.broken.iter().map(|broken| broken.report.clone());
    let lines = problems.iter().map(|problem| {
        let file = shown(&problem.file);
        Problem {
            file,
            ..problem.clone()
        }
        .to_string()
    });
    let items: Vec<String> = reports
        .chain(lines)
        .map(|text| format!("<pre>{}</pre>", escaped(&text)))
        .collect();
    format!(
        "<details class=\"notice\"><summary>✗ {}</summary>\n{}\n</details>\n",
        heads.join(", "),
        items.join("\n")
    )
}
