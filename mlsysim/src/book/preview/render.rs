//! A document as HTML.
//!
//! The Markdown library reads it and writes it; between the two, each mark becomes what it stands
//! for. What begins within a list or a quote ends there too, so that every tag is closed.

use std::collections::{BTreeMap, BTreeSet};
use std::string::{String, ToString};
use std::vec::Vec;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html};

use super::super::page::{Object, Piece, pieces};
use super::escape::escaped;
use super::events::{Text, alone};
use super::item;
use super::links::Links;
use super::survey::Heading;

/// Writes a document.
pub(super) struct Renderer<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) links: &'a Links<'a>,
    /// Of its headings, those that are still to come.
    pub(super) headings: &'a [Heading],
    pub(super) out: Vec<Event<'a>>,
    /// What is open, the innermost last.
    pub(super) open: Vec<Open>,
    pub(super) notes: Notes,
    /// The variables that can be asked on the page.
    pub(super) asked: BTreeSet<String>,
}

/// The notes of a page, in the order in which they are referred to.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) names: Vec<String>,
    /// Where the events of each begin and end.
    pub(super) places: BTreeMap<String, (usize, usize)>,
    /// How often each is referred to.
    pub(super) uses: BTreeMap<String, u32>,
}

/// What is open, and the HTML that closes it.
pub(super) enum Open {
    Tag,
    Span(String),
    Division(String),
    /// A division of generated text, in which HTML is shown as it is written.
    Generated(String),
}

impl Open {
    /// The HTML that closes it, but for a tag of the library.
    pub(super) fn close(self) -> Option<String> {
        match self {
            Open::Tag => None,
            Open::Span(close) | Open::Division(close) | Open::Generated(close) => Some(close),
        }
    }
}

impl<'a> Renderer<'a> {
    pub(super) fn new(text: &'a Text<'a>, links: &'a Links<'a>) -> Renderer<'a> {
        Renderer {
            text,
            links,
            headings: &[],
            out: Vec::new(),
            open: Vec::new(),
            notes: Notes::default(),
            asked: BTreeSet::new(),
        }
    }

    /// The HTML of a whole page, and the variables that can be asked on it.
    pub(super) fn page(mut self, headings: &'a [Heading]) -> (String, BTreeSet<String>) {
        self.headings = headings;
        self.run(0, self.text.events.len());
        self.close_all();
        self.end_notes();
        (written(self.out), self.asked)
    }

    /// Writes some of the events.
    pub(super) fn run(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            at = self.event(at);
        }
    }

    pub(super) fn html(&mut self, html: impl Into<String>) {
        let html: String = html.into();
        self.out.push(Event::InlineHtml(CowStr::from(html)));
    }

    /// Writes the event at a place; where to go on.
    fn event(&mut self, at: usize) -> usize {
        let text = self.text;
        match &text.events[at] {
            Event::Start(tag) => return self.start(tag, at),
            Event::End(tag) => {
                self.end(*tag);
                if *tag == TagEnd::Table {
                    let has_caption = self.caption(at + 1).is_some();
                    self.html(if has_caption {
                        "</div>"
                    } else {
                        "</div></figure>\n"
                    });
                }
            }
            Event::Text(text) => self.words(text),
            Event::Code(text) => return self.code(text, at),
            Event::Html(text) | Event::InlineHtml(text) if self.shows_html() => {
                self.html(escaped(text));
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                let html = self.raw(text);
                self.html(html);
            }
            Event::FootnoteReference(name) => self.note_reference(name),
            other => self.out.push(other.clone()),
        }
        at + 1
    }

    /// Whether HTML is shown as it is written, and not passed on.
    fn shows_html(&self) -> bool {
        let is_generated = |open: &Open| matches!(open, Open::Generated(_));
        self.open.iter().any(is_generated)
    }

    fn start(&mut self, tag: &Tag<'a>, at: usize) -> usize {
        match tag {
            Tag::Paragraph => {
                if let Some(item) = alone(self.text, at)
                    && self.block(item, at)
                {
                    return self.after_division(at);
                }
                if let Some(after) = self.figure(at) {
                    return after;
                }
            }
            Tag::Heading { .. } => return self.heading(at),
            Tag::Image { dest_url, .. } => return self.image(dest_url, at),
            Tag::CodeBlock(kind) => return self.code_block(kind, at),
            Tag::FootnoteDefinition(name) => {
                let last = self.text.end_of_nested(at);
                self.notes.places.insert(name.to_string(), (at + 1, last));
                return last + 1;
            }
            Tag::Table(_) => {
                self.html(
                    "<figure class=\"table\"><div class=\"scroll\" role=\"group\" tabindex=\"0\" \
                     aria-label=\"Table\">",
                );
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => {
                let target = self.text.plain_text(dest_url);
                let tag = Tag::Link {
                    link_type: *link_type,
                    dest_url: self.links.target(&target).into(),
                    title: self.text.plain_text(title).into(),
                    id: id.clone(),
                };
                self.open.push(Open::Tag);
                self.out.push(Event::Start(tag));
                return at + 1;
            }
            _ => {}
        }
        self.open.push(Open::Tag);
        self.out.push(Event::Start(tag.clone()));
        at + 1
    }

    fn end(&mut self, tag: TagEnd) {
        while let Some(open) = self.open.pop() {
            match open.close() {
                None => break,
                Some(close) => self.html(close),
            }
        }
        self.out.push(Event::End(tag));
    }

    pub(super) fn close_all(&mut self) {
        while let Some(open) = self.open.pop() {
            if let Some(close) = open.close() {
                self.html(close);
            }
        }
    }

    /// Text with what its marks stand for.
    fn words(&mut self, text: &CowStr<'a>) {
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => self.out.push(Event::Text(text.to_string().into())),
                Piece::Item(item) => self.item(item),
            }
        }
    }

    fn item(&mut self, item: usize) {
        let Some(found) = self.text.document.items.get(item) else {
            return;
        };
        let wrong = item::wrong(&found.problems);
        match &found.object {
            Object::Open(attributes) => {
                let (open, close) = item::span(attributes, self.links, &mut self.asked);
                self.html(open);
                self.open.push(Open::Span(close + &wrong));
            }
            Object::Close => match self.open.pop() {
                Some(Open::Span(close)) => self.html(close),
                Some(other) => self.open.push(other),
                None => {}
            },
            // A line of a division within a paragraph is none; attributes of nothing are dropped.
            Object::Division(_) | Object::Attributes(_) | Object::PageBreak => self.html(wrong),
            Object::Variable(_)
            | Object::Math { .. }
            | Object::Reference { .. }
            | Object::Text(_) => {
                let html = item::html(&found.object, self.text, self.links, &mut self.asked);
                self.html(html + &wrong);
            }
        }
    }

    /// The HTML of some of the events alone.
    pub(super) fn apart(&mut self, start: usize, end: usize) -> String {
        let (out, open) = (
            std::mem::take(&mut self.out),
            std::mem::take(&mut self.open),
        );
        self.run(start, end);
        self.close_all();
        let inner = std::mem::replace(&mut self.out, out);
        self.open = open;
        written(inner)
    }
}

/// Events as HTML.
pub(super) fn written(events: Vec<Event>) -> String {
    let mut text = String::new();
    html::push_html(&mut text, events.into_iter());
    text
}
