//! All pages of the preview.

use std::collections::BTreeSet;
use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::edition::shown;
use super::super::error::{Error, counted};
use super::super::output::{Plan, Territory};
use super::super::page::{Pages, Problem};
use super::address;
use super::cards::Cards;
use super::claims::Claims;
use super::contents::{Entry, is_index};
use super::draft::{anchors, drafts};
use super::escape::escaped;
use super::inline::inline;
use super::layout::{BUILD, CONSTANTS, ERRATA, FORMULAS, INDEX, Layout, SCRIPT, STYLE, Sheet};
use super::links::Links;
use super::own::{self, Users};
use super::project::Project;
use super::state::State;

/// The files of a preview, and the mistakes of the pages.
pub(in super::super) struct Site {
    pub(in super::super) plan: Plan,
    pub(in super::super) problems: Vec<Problem>,
    /// How many pages of the book there are.
    pub(in super::super) pages: usize,
    /// How many numbers can be asked on them.
    pub(in super::super) asked: usize,
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
