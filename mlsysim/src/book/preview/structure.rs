//! Divisions, headings, and equations on lines of their own.

use std::format;
use std::string::String;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::super::page::Object;
use super::division::Division;
use super::escape::escaped;
use super::item;
use super::render::{Open, Renderer};
use super::survey::Role;

impl Renderer<'_> {
    /// Writes an item that is a paragraph of its own, if it is one that is a block.
    pub(super) fn block(&mut self, item: usize, at: usize) -> bool {
        let Some(found) = self.text.document.items.get(item) else {
            return false;
        };
        match &found.object {
            Object::Division(Some(attributes)) => {
                let title = match self.text.events.get(at + 3) {
                    Some(Event::Start(Tag::Heading { .. })) if self.text.begins_callout(at + 3) => {
                        Some(self.callout_title(at + 3))
                    }
                    _ => None,
                };
                let division = Division::of(attributes, title, self.links, &mut self.asked);
                self.html(division.open + &item::wrong(&found.problems));
                self.open.push(match division.is_generated {
                    true => Open::Generated(division.close),
                    false => Open::Division(division.close),
                });
                true
            }
            Object::Division(None) => {
                let is_division =
                    |open: &mut Open| matches!(open, Open::Division(_) | Open::Generated(_));
                if let Some(close) = self.open.pop_if(is_division).and_then(Open::close) {
                    self.html(close);
                }
                true
            }
            Object::PageBreak => true,
            Object::Math { is_display, .. } if *is_display => {
                let html = item::html(&found.object, self.text, self.links, &mut self.asked);
                let wrong = item::wrong(&found.problems);
                self.html(format!(
                    "<div class=\"equation-block\">{html}{wrong}</div>\n"
                ));
                true
            }
            _ => false,
        }
    }

    /// Where to go on behind a paragraph that was a block: the title of a callout is written.
    pub(super) fn after_division(&self, at: usize) -> usize {
        let is_title = matches!(
            self.text.events.get(at + 3),
            Some(Event::Start(Tag::Heading { .. }))
        ) && self.text.begins_callout(at + 3);
        match is_title {
            true => {
                self.text
                    .end_of(at + 3, |end| matches!(end, TagEnd::Heading(_)))
                    + 1
            }
            false => at + 3,
        }
    }

    fn callout_title(&mut self, at: usize) -> String {
        self.headings = self.headings.get(1..).unwrap_or(&[]);
        let end = self
            .text
            .end_of(at, |end| matches!(end, TagEnd::Heading(_)));
        self.apart(at + 1, end)
    }

    pub(super) fn heading(&mut self, at: usize) -> usize {
        let end = self
            .text
            .end_of(at, |end| matches!(end, TagEnd::Heading(_)));
        let inner = self.apart(at + 1, end);
        let inner = inner.trim();
        let (first, rest) = match self.headings {
            [first, rest @ ..] => (Some(first), rest),
            [] => (None, self.headings),
        };
        self.headings = rest;
        match first {
            // It stands above the page.
            Some(heading) if heading.role == Role::Title => {}
            Some(heading) => {
                let level = heading.level.clamp(2, 6);
                let id = escaped(&heading.id);
                let number = heading.number.as_ref().map_or(String::new(), |number| {
                    format!("<span class=\"number\">{number}</span> ")
                });
                self.html(format!(
                    "\n<h{level} id=\"{id}\">{number}{inner}</h{level}>\n"
                ));
            }
            None => self.html(format!("<p><strong>{inner}</strong></p>")),
        }
        end + 1
    }
}
