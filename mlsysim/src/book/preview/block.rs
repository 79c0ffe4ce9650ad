//! Figures, tables, code and notes.

use std::format;
use std::string::{String, ToString};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::super::page::{Attributes, Object, Piece, pieces};
use super::escape::escaped;
use super::item;
use super::render::Renderer;

impl<'a> Renderer<'a> {
    /// A paragraph that is an image with a caption, or the caption of the table before it; where to
    /// go on.
    pub(super) fn figure(&mut self, at: usize) -> Option<usize> {
        let events = &self.text.events;
        let end = self.text.end_of(at, |end| *end == TagEnd::Paragraph);
        let is_behind_table = at > 0 && events[at - 1] == Event::End(TagEnd::Table);
        if let Some(length) = self.caption(at).filter(|_| is_behind_table) {
            self.table_caption(at, end, length);
            return Some(end + 1);
        }
        let Some(Event::Start(Tag::Image { dest_url, .. })) = events.get(at + 1) else {
            return None;
        };
        let image = self.text.end_of_nested(at + 1);
        let rest = &events[image + 1..end];
        let is_alone = match rest {
            [] => true,
            [Event::Text(text)] => matches!(
                &*pieces(text),
                [Piece::Item(item)] if matches!(self.text.object(*item), Some(Object::Attributes(_)))
            ),
            _ => false,
        };
        let words = self.apart(at + 2, image);
        if !is_alone || words.trim().is_empty() {
            return None;
        }
        let attributes = self.text.attributes(rest).unwrap_or_default();
        let img = self.img(dest_url, &events[at + 2..image], &attributes);
        let number = self.number(&attributes);
        let id = attributes.id.as_ref();
        let id = id.map_or(String::new(), |id| format!(" id=\"{}\"", escaped(id)));
        self.html(format!(
            "\n<figure{id}>{img}<figcaption>{number}{}</figcaption></figure>\n",
            words.trim()
        ));
        Some(end + 1)
    }

    /// How much of the paragraph at an event says that it is the caption of a table.
    pub(super) fn caption(&self, at: usize) -> Option<usize> {
        let events = self.text.events.get(at..at + 2)?;
        let [Event::Start(Tag::Paragraph), Event::Text(text)] = events else {
            return None;
        };
        let starts = [":", "Table:", "table:"];
        let mut starts = starts.iter().filter(|start| text.starts_with(*start));
        starts.next().map(|start| start.len())
    }

    fn table_caption(&mut self, at: usize, end: usize, length: usize) {
        let attributes = self.text.attributes(&self.text.events[at + 1..end]);
        let attributes = attributes.unwrap_or_default();
        let words = self.apart(at + 1, end);
        let words = words.trim_start();
        let words = words.get(length..).unwrap_or(words).trim();
        let number = self.number(&attributes);
        let id = attributes.id.as_ref();
        let id = id.map_or(String::new(), |id| format!(" id=\"{}\"", escaped(id)));
        self.html(format!(
            "<figcaption{id}>{number}{words}</figcaption></figure>\n"
        ));
    }

    /// "Figure 2.3: " of what has a label.
    fn number(&self, attributes: &Attributes) -> String {
        let anchor = attributes
            .id
            .as_ref()
            .and_then(|id| self.links.anchors.get(id));
        anchor.map_or(String::new(), |anchor| {
            let (word, number) = (anchor.label.word, &anchor.label.number);
            format!("<span class=\"number\">{word}\u{a0}{number}:</span> ")
        })
    }

    /// An image within text; where to go on.
    pub(super) fn image(&mut self, target: &str, at: usize) -> usize {
        let end = self.text.end_of_nested(at);
        let mut attributes = Attributes::default();
        if let Some(Event::Text(text)) = self.text.events.get(end + 1)
            && let Some(Piece::Item(item)) = pieces(text).first()
            && let Some(Object::Attributes(own)) = self.text.object(*item)
        {
            attributes = own.clone();
        }
        let img = self.img(target, &self.text.events[at + 1..end], &attributes);
        self.html(img);
        end + 1
    }

    fn img(&self, target: &str, inner: &[Event], attributes: &Attributes) -> String {
        let target = self.text.plain_text(target);
        let source = escaped(&self.links.target(&target));
        let own = attributes.value("fig-alt").map(String::from);
        let alt = escaped(own.unwrap_or_else(|| self.text.plain(inner)).trim());
        let width = attributes.value("width").filter(|width| is_length(width));
        let style = width.map_or(String::new(), |width| {
            let unit = if width.ends_with(|c: char| c.is_ascii_digit()) {
                "px"
            } else {
                ""
            };
            format!(" style=\"width: {width}{unit}\"")
        });
        format!("<img src=\"{source}\" alt=\"{alt}\" loading=\"lazy\"{style}>")
    }

    /// Code within a line; where to go on.
    pub(super) fn code(&mut self, text: &CowStr<'a>, at: usize) -> usize {
        // `<b>`{=html} is written as it is, and what is for other formats not at all.
        if let Some(Event::Text(after)) = self.text.events.get(at + 1)
            && let Some(Piece::Item(item)) = pieces(after).first()
            && let Some(Object::Attributes(attributes)) = self.text.object(*item)
            && let Some(format) = attributes.value("")
        {
            if format == "html" {
                let html = self.raw(text);
                self.html(html);
            }
            return at + 1;
        }
        let inner = self.code_text(text);
        self.html(format!("<code>{inner}</code>"));
        at + 1
    }

    /// A block of code; where to go on.
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind, at: usize) -> usize {
        let end = self.text.end_of(at, |end| *end == TagEnd::CodeBlock);
        let mut text = String::new();
        for event in &self.text.events[at..end] {
            if let Event::Text(part) = event {
                text.push_str(part);
            }
        }
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.trim(),
            CodeBlockKind::Indented => "",
        };
        if let Some(format) = info.strip_prefix("{=") {
            if format.trim_end_matches('}') == "html" {
                let html = self.raw(&text);
                self.html(html + "\n");
            }
            return end + 1;
        }
        let is_cell = info.starts_with('{') && !info.starts_with("{.");
        let is_silent = |line: &str| {
            let option = line.trim_start_matches("#|").trim();
            line.starts_with("#|") && matches!(option, "echo: false" | "include: false")
        };
        if is_cell && text.lines().any(is_silent) {
            self.html("\n<p class=\"cell\">Quarto runs a cell here.</p>\n");
            return end + 1;
        }
        let language = info.trim_start_matches(['{', '.', ' ']);
        let language: String = language
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '#'))
            .collect();
        let class = match language.is_empty() {
            true => String::new(),
            false => format!(" class=\"language-{}\"", escaped(&language)),
        };
        let inner = self.code_text(&text);
        self.html(format!(
            "\n<pre tabindex=\"0\"><code{class}>{inner}</code></pre>\n"
        ));
        end + 1
    }

    /// Code, in which a variable is plain text.
    fn code_text(&mut self, text: &str) -> String {
        let mut html = String::new();
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => html.push_str(&escaped(text)),
                Piece::Item(item) => {
                    let Some(found) = self.text.document.items.get(item) else {
                        continue;
                    };
                    let plain = escaped(&self.text.plain_item(item));
                    html.push_str(&match &found.object {
                        Object::Variable(name) => {
                            item::ask(name, &plain, self.links, &mut self.asked)
                        }
                        _ => plain,
                    });
                    html.push_str(&item::wrong(&found.problems));
                }
            }
        }
        html
    }

    /// HTML that the author wrote: within a tag a variable is plain text.
    pub(super) fn raw(&mut self, text: &str) -> String {
        let mut html = String::new();
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => html.push_str(text),
                Piece::Item(item) => {
                    let Some(found) = self.text.document.items.get(item) else {
                        continue;
                    };
                    let is_in_tag = html.rfind('<') > html.rfind('>');
                    html.push_str(&match is_in_tag {
                        true => escaped(&self.text.plain_item(item)),
                        false => {
                            item::html(&found.object, self.text, self.links, &mut self.asked)
                                + &item::wrong(&found.problems)
                        }
                    });
                }
            }
        }
        html
    }

    pub(super) fn note_reference(&mut self, name: &str) {
        let names = &mut self.notes.names;
        let known = names.iter().position(|own| own == name);
        let number = known.unwrap_or_else(|| {
            names.push(name.to_string());
            names.len() - 1
        }) + 1;
        let count = self.notes.uses.entry(name.to_string()).or_default();
        *count += 1;
        let count = *count;
        self.html(format!(
            "<sup><a id=\"note-use-{number}-{count}\" href=\"#note-{number}\" \
             role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    /// The notes, behind the page.
    pub(super) fn end_notes(&mut self) {
        if self.notes.names.is_empty() {
            return;
        }
        self.html("\n<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Notes\"><ol>\n");
        let mut number = 0;
        // A note may refer to another.
        while let Some(name) = self.notes.names.get(number).cloned() {
            number += 1;
            let place = self.notes.places.get(&name).copied();
            let inner = place.map_or(String::new(), |(start, end)| self.apart(start, end));
            self.html(format!(
                "<li id=\"note-{number}\">{inner}<a href=\"#note-use-{number}-1\" \
                 role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a></li>\n"
            ));
        }
        self.html("</ol></section>\n");
    }
}

/// Whether it is a width and nothing else.
fn is_length(width: &str) -> bool {
    let unit = width.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_unit = matches!(
        unit,
        "" | "%" | "px" | "em" | "rem" | "in" | "cm" | "mm" | "pt"
    );
    unit.len() < width.len() && is_unit
}
