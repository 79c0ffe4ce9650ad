//! Where the links of a page lead.

use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::address;
use super::cards::Cards;
use super::contents::Entry;
use super::survey::Label;

/// What a reference leads to.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// The page's address.
    pub(super) address: String,
    pub(super) label: Label,
}

/// What a page may lead to, and what it is asked by.
pub(super) struct Links<'a> {
    /// Its own address, and its name below the book's folder.
    pub(super) address: &'a str,
    pub(super) name: &'a str,
    pub(super) entries: &'a [Entry],
    pub(super) anchors: &'a BTreeMap<String, Anchor>,
    /// The way from the preview to the book's folder.
    pub(super) book: Option<&'a str>,
    pub(super) cards: Option<&'a Cards<'a>>,
}

impl Links<'_> {
    /// Where a link of the page leads from its place in the preview: to another page of the
    /// preview, or to a file in the book's folder.
    pub(super) fn target(&self, link: &str) -> String {
        if address::is_elsewhere(link) && !link.starts_with('/') {
            return link.to_string();
        }
        let (path, rest) = address::parts(link);
        let folder = self.name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let whole = match path.strip_prefix('/') {
            Some(path) => path.to_string(),
            None if folder.is_empty() => path,
            None => format!("{folder}/{path}"),
        };
        let Some(file) = straight(&whole) else {
            return link.to_string();
        };
        // Written `%20`, or as it is.
        let spaced = file.replace("%20", " ");
        let mut entries = self.entries.iter();
        if let Some(entry) = entries.find(|it| it.name == spaced || it.address == spaced) {
            return address::link(self.address, &entry.address) + &rest;
        }
        let up = "../".repeat(self.address.matches('/').count());
        match self.book {
            Some(book) => format!("{up}{book}{}{rest}", address::encoded(&spaced)),
            None => link.to_string(),
        }
    }
}

/// A path without `.` and `..`; none if it leads out.
fn straight(path: &str) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_and_to_files_of_the_book() {
        let entry = |name: &str| Entry {
            name: name.into(),
            address: address::of_page(name),
            number: None,
            part: None,
        };
        let links = Links {
            address: "vol1/a.html",
            name: "vol1/a.qmd",
            entries: &[entry("vol1/a.qmd"), entry("vol2/b c.qmd")],
            anchors: &BTreeMap::new(),
            book: Some("../"),
            cards: None,
        };
        assert_eq!(links.target("../vol2/b%20c.qmd#x"), "../vol2/b%20c.html#x");
        assert_eq!(links.target("/vol2/b c.qmd"), "../vol2/b%20c.html");
        assert_eq!(links.target("img/p q.png"), "../../vol1/img/p%20q.png");
        assert_eq!(links.target("../../../etc/passwd"), "../../../etc/passwd");
        for elsewhere in ["https://a.b/c", "#here", "mailto:a@b.c", ""] {
            assert_eq!(links.target(elsewhere), elsewhere);
        }
    }
}
