//! A page with all that it includes, for those who show it: Markdown in which a mark stands for
//! each thing that Quarto adds.

use std::collections::BTreeMap;
use std::format;
use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

use super::attributes::Attributes;
use super::item::{Item, MARKS, Object};
use super::parts::{Kind, Part, inner_shortcodes, parts, tex};
use super::shortcode::Shortcode;
use super::source::{Page, Zone};

/// As many files as a page may include: pages that include each other twice have no end that
/// anybody would wait for.
const MOST_INCLUDED: usize = 10_000;

/// A page with all that it includes.
#[derive(Debug, Default)]
pub(in super::super) struct Document {
    /// The lines of the front matter without those around them.
    pub(in super::super) front: String,
    pub(in super::super) markdown: String,
    pub(in super::super) items: Vec<Item>,
    /// How many files it includes.
    included: usize,
}

/// What is wrong on each page, by the byte that it is wrong at; each with its place.
pub(super) type Problems = BTreeMap<String, BTreeMap<usize, Vec<String>>>;

/// A file that a page includes, and the division that it is put in.
pub(in super::super) struct Included {
    pub(in super::super) text: String,
    pub(in super::super) around: Option<Attributes>,
}

/// Where a document takes its parts from.
pub(super) struct Library<'a> {
    pub(super) pages: &'a BTreeMap<String, Page>,
    pub(super) problems: &'a Problems,
    pub(super) generated: &'a dyn Fn(&str) -> Option<Included>,
}

impl Document {
    pub(super) fn of(page: &Page, library: &Library) -> Document {
        let mut document = Document::default();
        document.add(page, library, &mut Vec::from([page.name.clone()]));
        document
    }

    /// A text that is no page, such as the sentence of a claim.
    pub(in super::super) fn of_text(text: &str) -> Document {
        let page = Page::new(String::new(), text.to_string());
        let library = Library {
            pages: &BTreeMap::new(),
            problems: &Problems::new(),
            generated: &|_| None,
        };
        Document::of(&page, &library)
    }

    fn add(&mut self, page: &Page, library: &Library, open: &mut Vec<String>) {
        let mut at = 0;
        for part in parts(page) {
            self.copy(&page.text[at..part.range.start]);
            at = part.range.end;
            self.part(page, part, library, open);
        }
        self.copy(&page.text[at..]);
    }

    fn copy(&mut self, text: &str) {
        self.markdown.push_str(&text.replace(MARKS, "\u{fffd}"));
    }

    fn item(&mut self, object: Object, problems: Vec<String>) {
        let [open, close] = MARKS;
        let number = self.items.len();
        self.markdown.push_str(&format!("{open}{number}{close}"));
        self.items.push(Item { object, problems });
    }

    fn part(&mut self, page: &Page, part: Part, library: &Library, open: &mut Vec<String>) {
        let range = part.range;
        let wrong = |at: usize| library.wrong(page, at);
        let source = || Object::Text(page.text[range.clone()].to_string());
        match part.what {
            Kind::Front => {
                let front = page.text[range.clone()].trim_start_matches('\u{feff}');
                let inner = front.lines().skip(1);
                let count = front.lines().count().saturating_sub(2);
                let lines: Vec<&str> = inner.take(count).collect();
                // Of a page that is included it says nothing.
                if open.len() == 1 {
                    self.front = lines.join("\n");
                }
            }
            Kind::Shortcode(shortcode) => self.shortcode(page, &range, shortcode, library, open),
            Kind::Escape => {
                let text = &page.text[range.clone()];
                let text = text.replace("{{{<", "{{<").replace(">}}}", ">}}");
                let text = text.replace("{{</*", "{{<").replace("*/>}}", ">}}");
                self.item(Object::Text(text), Vec::new());
            }
            Kind::Malformed => {
                let problems = wrong(range.start);
                match problems.is_empty() {
                    // TeX and program text have braces of their own.
                    true => self.copy(&page.text[range]),
                    false => self.item(source(), problems),
                }
            }
            Kind::Math { text, label } => {
                let (tex, is_display) = tex(page, &text);
                let inner = inner_shortcodes(page, &text).map(|found| found.range.start);
                let places = inner.chain(label.map(|label| label.range.start));
                let problems = places.flat_map(wrong).collect();
                let label = label.map(|label| label.name.clone());
                let math = Object::Math {
                    tex,
                    is_display,
                    label,
                };
                self.item(math, problems);
            }
            Kind::Reference { name, is_bare } => {
                let name = name.to_string();
                let problems = wrong(range.start + usize::from(is_bare));
                self.item(Object::Reference { name, is_bare }, problems);
            }
            Kind::Open { attributes, text } => self.item(Object::Open(attributes), wrong(text)),
            Kind::Close => self.item(Object::Close, Vec::new()),
            Kind::Division(attributes) => {
                let line = &page.text[range];
                let indent = &line[..line.len() - line.trim_start().len()];
                self.copy(&format!("\n{indent}"));
                self.item(Object::Division(attributes), Vec::new());
                self.copy("\n");
            }
            Kind::Attributes(attributes) => self.item(Object::Attributes(attributes), Vec::new()),
        }
    }

    fn shortcode(
        &mut self,
        page: &Page,
        range: &Range<usize>,
        shortcode: &Shortcode,
        library: &Library,
        open: &mut Vec<String>,
    ) {
        let mut problems = library.wrong(page, range.start);
        let is_include = shortcode.name == "include";
        self.included += usize::from(is_include);
        let is_too_much = is_include && self.included > MOST_INCLUDED;
        if is_too_much {
            problems.push(format!(
                "{}: the page includes too much to be shown",
                page.name
            ));
        }
        let source = || Object::Text(page.text[range.clone()].to_string());
        match (&*shortcode.name, &*shortcode.arguments) {
            ("var", [name]) => self.item(Object::Variable(name.clone()), problems),
            ("include", [path]) => {
                let name = super::path::resolved(&page.name, path);
                let name = name.filter(|name| !open.contains(name) && !is_too_much);
                let is_code = page.zone(range.start) == Zone::Code;
                if !problems.is_empty() {
                    self.copy("\n");
                    self.item(source(), problems);
                    self.copy("\n\n");
                }
                let Some(name) = name else {
                    return;
                };
                if let Some(Included { text, around }) = (library.generated)(&name) {
                    if is_code {
                        return self.copy(&text);
                    }
                    self.enclosed(around, |document| {
                        open.push(name.clone());
                        document.add(&Page::new(name, text), library, open);
                        open.pop();
                    });
                } else if let Some(included) = library.pages.get(&name) {
                    if is_code {
                        return self.copy(&included.text);
                    }
                    open.push(name);
                    self.copy("\n");
                    self.add(included, library, open);
                    self.copy("\n");
                    open.pop();
                }
            }
            ("pagebreak", _) => self.item(Object::PageBreak, problems),
            _ => self.item(source(), problems),
        }
    }

    fn enclosed(&mut self, around: Option<Attributes>, inner: impl FnOnce(&mut Document)) {
        let has_around = around.is_some();
        if has_around {
            self.copy("\n");
            self.item(Object::Division(around), Vec::new());
            self.copy("\n");
        }
        self.copy("\n");
        inner(self);
        self.copy("\n");
        if has_around {
            self.copy("\n");
            self.item(Object::Division(None), Vec::new());
            self.copy("\n");
        }
    }
}

impl Library<'_> {
    /// The mistakes at a byte of a page, each with its place.
    fn wrong(&self, page: &Page, at: usize) -> Vec<String> {
        let problems = self.problems.get(&page.name);
        let found = problems.and_then(|problems| problems.get(&at));
        found.cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::item::{Piece, pieces};
    use super::super::parts::Tex;
    use super::*;

    /// The Markdown with each item in brackets.
    fn shown(text: &str) -> String {
        let document = Document::of_text(text);
        let pieces = pieces(&document.markdown)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.to_string(),
                Piece::Item(number) => format!("⟨{:?}⟩", document.items[number].object),
            });
        pieces.collect()
    }

    #[test]
    fn what_quarto_adds_is_marked() {
        assert_eq!(shown("a {{< var b.c >}} d"), "a ⟨Variable(\"b.c\")⟩ d");
        assert_eq!(
            shown("---\na: b\n---\nc\u{e000}0\u{e001}"),
            "c\u{fffd}0\u{fffd}"
        );
        assert_eq!(shown("{{{< var a >}}}"), "⟨Text(\"{{< var a >}}\")⟩");
        let reference = "Reference { name: \"eq-a\", is_bare: true }";
        assert_eq!(shown("-@eq-a."), format!("⟨{reference}⟩."));
        assert_eq!(shown("`@eq-a` {a} 5{,}"), "`@eq-a` {a} 5{,}");
        let span = shown("[5 h]{.claim id=a.b}");
        assert!(
            span.starts_with("⟨Open(") && span.ends_with("5 h⟨Close⟩"),
            "{span}"
        );
        assert!(shown("::: {.callout-note}\na\n:::\n").contains("\n\na\n\n⟨Division(None)⟩"));
    }

    #[test]
    fn math_is_apart_at_its_variables() {
        let math = |text: &str| Document::of_text(text).items.remove(0).object;
        let expected = |tex: &[Tex], is_display, label: Option<&str>| Object::Math {
            tex: tex.to_vec(),
            is_display,
            label: label.map(String::from),
        };
        let text = |text: &str| Tex::Text(text.into());
        assert_eq!(
            math("$a + {{< var x.y_math >}}$"),
            expected(
                &[text("a + "), Tex::Variable("x.y_math".into()), text("")],
                false,
                None
            )
        );
        assert_eq!(
            math("> $$\n> a\n> $$ {#eq-b}"),
            expected(&[text("\na\n")], true, Some("eq-b"))
        );
    }
}
