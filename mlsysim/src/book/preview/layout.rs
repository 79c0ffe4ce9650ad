//! What stands around the text of every page.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::address::link;
use super::contents::Entry;
use super::escape::escaped;
use super::survey::{Heading, Role};

/// Our own pages, and what they are called.
pub(super) const FORMULAS: (&str, &str) = ("_formulas.html", "Formulas");
pub(super) const CONSTANTS: (&str, &str) = ("_constants.html", "Constants and sources");
pub(super) const ERRATA: (&str, &str) = ("_errata.html", "Errata");
const OWN: [(&str, &str); 3] = [FORMULAS, CONSTANTS, ERRATA];

pub(super) const INDEX: &str = "index.html";
pub(super) const STYLE: &str = "_style.css";
pub(super) const SCRIPT: &str = "_script.js";
pub(super) const BUILD: &str = "_build.js";

/// A page of the preview.
pub(super) struct Sheet {
    pub(super) address: String,
    /// HTML.
    pub(super) title: String,
    pub(super) plain_title: String,
    pub(super) number: Option<String>,
    /// HTML.
    pub(super) body: String,
    pub(super) headings: Vec<Heading>,
    /// The cards of what can be asked.
    pub(super) cards: String,
}

/// What all pages of a book have in common.
pub(super) struct Layout<'a> {
    /// HTML, and the same in plain text.
    pub(super) book: &'a str,
    pub(super) plain_book: &'a str,
    pub(super) entries: &'a [Entry],
    /// The titles of the entries, as HTML.
    pub(super) titles: &'a [String],
    /// What is wrong with the whole book, as HTML.
    pub(super) notice: &'a str,
}

impl Layout<'_> {
    /// The whole page.
    pub(super) fn page(&self, sheet: &Sheet) -> String {
        let own = &sheet.address;
        let to = |target: &str| escaped(&link(own, target));
        let title = match own == INDEX {
            true => escaped(self.plain_book),
            false => format!(
                "{} – {}",
                escaped(&sheet.plain_title),
                escaped(self.plain_book)
            ),
        };
        let number = sheet.number.as_ref();
        let number = number.map_or(String::new(), |number| {
            format!("<span class=\"number\">{number}</span> ")
        });
        let sections = sections(&sheet.headings);
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title}</title>\n<link rel=\"stylesheet\" href=\"{style}\">\n</head>\n<body>\n\
             <header class=\"bar\"><a class=\"book\" href=\"{index}\">{book}</a>\
             <a class=\"to-contents\" href=\"#contents\">Contents</a></header>\n\
             <main id=\"content\">\n{notice}<article>\n<h1>{number}{heading}</h1>\n{body}\n</article>\n\
             {turn}</main>\n\
             <nav id=\"contents\" class=\"contents\" aria-label=\"Contents\">\n{contents}</nav>\n\
             {sections}<div class=\"cards\">\n{cards}</div>\n\
             <div id=\"build\" role=\"status\"></div>\n\
             <script src=\"{script}\" data-build=\"{build}\"></script>\n</body>\n</html>\n",
            style = to(STYLE),
            script = to(SCRIPT),
            build = to(BUILD),
            index = to(INDEX),
            book = self.book,
            notice = self.notice,
            heading = sheet.title,
            body = sheet.body,
            turn = self.turn(own),
            contents = self.contents(own),
            cards = sheet.cards,
        )
    }

    /// The list of all pages; a part of the book has a heading.
    pub(super) fn contents(&self, own: &str) -> String {
        let mut html = String::from("<ol>\n");
        let mut part: Option<&String> = None;
        for (entry, title) in self.entries.iter().zip(self.titles) {
            if entry.part.as_ref() != part {
                part = entry.part.as_ref();
                let name = part.map_or("", |name| name);
                html.push_str(&format!("<li class=\"part\">{}</li>\n", escaped(name)));
            }
            let number = entry.number.as_ref();
            let number = number.map_or(String::new(), |number| {
                format!("<span class=\"number\">{number}</span> ")
            });
            html.push_str(&item(own, &entry.address, &format!("{number}{title}")));
        }
        html.push_str("<li class=\"part\">The numbers</li>\n");
        for (address, title) in OWN {
            html.push_str(&item(own, address, title));
        }
        html + "</ol>\n"
    }

    /// The way to the page before and to the next.
    fn turn(&self, own: &str) -> String {
        let pages: Vec<(&str, &str)> = self
            .entries
            .iter()
            .zip(self.titles)
            .map(|(entry, title)| (entry.address.as_str(), title.as_str()))
            .chain(OWN)
            .collect();
        let Some(at) = pages.iter().position(|(address, _)| *address == own) else {
            return String::new();
        };
        let way = |page: Option<&(&str, &str)>, relation: &str, words: &str| match page {
            Some((address, title)) => format!(
                "<a rel=\"{relation}\" href=\"{}\"><small>{words}</small> {title}</a>",
                escaped(&link(own, address))
            ),
            None => "<span></span>".to_string(),
        };
        let before = at.checked_sub(1).and_then(|at| pages.get(at));
        format!(
            "<nav class=\"turn\" aria-label=\"Pages beside this one\">{}{}</nav>\n",
            way(before, "prev", "Previous"),
            way(pages.get(at + 1), "next", "Next")
        )
    }
}

fn item(own: &str, address: &str, title: &str) -> String {
    let current = if own == address {
        " aria-current=\"page\""
    } else {
        ""
    };
    let target = escaped(&link(own, address));
    format!("<li><a href=\"{target}\"{current}>{title}</a></li>\n")
}

/// The sections of the page.
fn sections(headings: &[Heading]) -> String {
    let sections: Vec<&Heading> = headings
        .iter()
        .filter(|it| it.role == Role::Section && it.level <= 3)
        .collect();
    if sections.len() < 2 {
        return String::new();
    }
    let items: Vec<String> = sections
        .iter()
        .map(|heading| {
            let number = heading.number.as_ref();
            let number = number.map_or(String::new(), |number| {
                format!("<span class=\"number\">{number}</span> ")
            });
            format!(
                "<li class=\"level-{}\"><a href=\"#{}\">{number}{}</a></li>",
                heading.level,
                escaped(&super::address::encoded(&heading.id)),
                escaped(&heading.text)
            )
        })
        .collect();
    format!(
        "<nav class=\"sections\" aria-label=\"On this page\"><p>On this page</p><ol>\n{}\n</ol></nav>\n",
        items.join("\n")
    )
}
