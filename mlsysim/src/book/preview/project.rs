//! What `_quarto.yml` says of a book: its title, its pages and their order.

use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::error::Error;
use super::super::output;
use super::super::page::Problem;
use super::yaml::Yaml;

const FILE: &str = "_quarto.yml";

/// A book as its author lists it.
#[derive(Debug, Default)]
pub(super) struct Project {
    pub(super) title: Option<String>,
    pub(super) pages: Vec<Listed>,
    /// Whether `_quarto.yml` lists the pages at all.
    pub(super) is_listed: bool,
    pub(super) problems: Vec<Problem>,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    /// Below the book's folder.
    pub(super) name: String,
    /// The line of `_quarto.yml`.
    pub(super) line: usize,
    /// The part of the book that it is in; those of the appendix too.
    pub(super) part: Option<String>,
    pub(super) is_appendix: bool,
}

impl Project {
    pub(super) fn read(folder: &Path) -> Result<Project, Error> {
        let file = folder.join(FILE);
        if !file.is_file() {
            return Ok(Project::default());
        }
        let text = String::from_utf8_lossy(&output::read(&file)?).into_owned();
        Ok(match Yaml::read(&text) {
            Ok(yaml) => Project::of(&yaml),
            Err(wrong) => Project {
                problems: [Problem {
                    file,
                    line: wrong.line,
                    column: 1,
                    message: format!("this is no YAML: {}", wrong.message),
                }]
                .into(),
                ..Project::default()
            },
        })
    }

    fn of(yaml: &Yaml) -> Project {
        let mut project = Project::default();
        let kinds = ["book", "website", "project"].iter();
        let mut titles = kinds.filter_map(|kind| yaml.get(kind)?.get("title")?.text());
        project.title = titles.next().map(String::from);
        let Some(book) = yaml.get("book") else {
            return project;
        };
        for (list, is_appendix) in [("chapters", false), ("appendices", true)] {
            let part = is_appendix.then(|| "Appendices".to_string());
            if let Some(list) = book.get(list) {
                project.is_listed = true;
                project.add(list, part, is_appendix);
            }
        }
        project
    }

    fn add(&mut self, list: &Yaml, part: Option<String>, is_appendix: bool) {
        for item in list.items() {
            let text = |key: &str| item.get(key).and_then(Yaml::text);
            if let Some(inner) = item.get("chapters") {
                self.page(
                    text("part").filter(|it| is_page(it)),
                    item.line,
                    &part,
                    is_appendix,
                );
                let name = text("part").filter(|it| !is_page(it)).map(String::from);
                self.add(inner, name.or_else(|| part.clone()), is_appendix);
                continue;
            }
            let href = item
                .text()
                .or_else(|| text("href"))
                .or_else(|| text("file"));
            self.page(href.filter(|it| is_page(it)), item.line, &part, is_appendix);
        }
    }

    fn page(&mut self, name: Option<&str>, line: usize, part: &Option<String>, is_appendix: bool) {
        let listed = name.map(|name| Listed {
            name: name.trim_start_matches("./").to_string(),
            line,
            part: part.clone(),
            is_appendix,
        });
        self.pages.extend(listed);
    }

    /// The mistake that a page of the list is not there.
    pub(super) fn missing(listed: &Listed, folder: &Path) -> Problem {
        Problem {
            file: folder.join(FILE),
            line: listed.line,
            column: 1,
            message: format!("there is no page `{}`", listed.name),
        }
    }
}

/// Whether it is one of the pages that are Markdown.
fn is_page(name: &str) -> bool {
    name.ends_with(".qmd") || name.ends_with(".md")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_a_book_is_read_in_its_order() {
        let text = "book:\n  title: \"A: B\"\n  chapters:\n    - index.qmd\n    - part: One\n      \
                    chapters:\n        - a/x.qmd\n        - href: a/y.qmd\n          text: Y\n    \
                    - part: two.qmd\n      chapters: [z.md]\n  appendices:\n    - end.qmd\n";
        let project = Project::of(&Yaml::read(text).unwrap());
        assert_eq!(project.title.as_deref(), Some("A: B"));
        let pages: Vec<(&str, Option<&str>)> = project
            .pages
            .iter()
            .map(|page| (page.name.as_str(), page.part.as_deref()))
            .collect();
        let expected = [
            ("index.qmd", None),
            ("a/x.qmd", Some("One")),
            ("a/y.qmd", Some("One")),
            ("two.qmd", None),
            ("z.md", None),
            ("end.qmd", Some("Appendices")),
        ];
        assert_eq!(pages, expected);
        assert!(project.is_listed && project.pages[5].is_appendix);
    }
}
