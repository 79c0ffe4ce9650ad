//! A document read by the Markdown library, and what is asked of its events.

use std::string::{String, ToString};
use std::vec::Vec;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::super::page::{Attributes, Document, Object, Piece, Tex, pieces};
use super::super::plain::plain;
use crate::viz::number::escape;

/// A document with its events.
pub(super) struct Text<'a> {
    pub(super) document: &'a Document,
    pub(super) events: Vec<Event<'a>>,
    /// The text of a variable, as Markdown.
    pub(super) value: &'a dyn Fn(&str) -> Option<String>,
}

impl<'a> Text<'a> {
    pub(super) fn of(
        document: &'a Document,
        value: &'a dyn Fn(&str) -> Option<String>,
    ) -> Text<'a> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_SMART_PUNCTUATION
            | Options::ENABLE_DEFINITION_LIST;
        let parser = Parser::new_ext(&document.markdown, options);
        Text {
            document,
            events: TextMergeStream::new(parser).collect(),
            value,
        }
    }

    /// Where what begins at an event ends.
    pub(super) fn end_of(&self, start: usize, is_end: impl Fn(&TagEnd) -> bool) -> usize {
        let rest = self.events[start..].iter();
        let length = rest.take_while(|event| !matches!(event, Event::End(end) if is_end(end)));
        (start + length.count()).min(self.events.len() - 1)
    }

    /// The same for what may hold others of its kind.
    pub(super) fn end_of_nested(&self, start: usize) -> usize {
        let mut depth = 0_usize;
        for (index, event) in self.events.iter().enumerate().skip(start) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => {
                    depth -= 1;
                    if depth == 0 {
                        return index;
                    }
                }
                _ => {}
            }
        }
        self.events.len() - 1
    }

    /// The attributes that stand among some events.
    pub(super) fn attributes(&self, events: &[Event]) -> Option<Attributes> {
        let mut found = None;
        for event in events {
            if let Event::Text(text) = event {
                for piece in pieces(text) {
                    if let Piece::Item(item) = piece
                        && let Some(Object::Attributes(attributes)) = self.object(item)
                    {
                        found = Some(attributes.clone());
                    }
                }
            }
        }
        found
    }

    pub(super) fn object(&self, item: usize) -> Option<&'a Object> {
        self.document.items.get(item).map(|item| &item.object)
    }

    /// Whether the heading at an event is the title of the callout that begins before it.
    pub(super) fn begins_callout(&self, heading: usize) -> bool {
        heading >= 3 && is_callout(self, heading - 3)
    }

    /// What some events say in plain text.
    pub(super) fn plain(&self, events: &[Event]) -> String {
        let mut plain = String::new();
        for event in events {
            match event {
                Event::Text(text) | Event::Code(text) => plain.push_str(&self.plain_text(text)),
                Event::SoftBreak | Event::HardBreak => plain.push(' '),
                _ => {}
            }
        }
        plain
    }

    /// The same of a text with marks.
    pub(super) fn plain_text(&self, text: &str) -> String {
        let pieces = pieces(text).into_iter().map(|piece| match piece {
            Piece::Text(text) => text.to_string(),
            Piece::Item(item) => self.plain_item(item),
        });
        pieces.collect()
    }

    /// What a mark stands for in plain text.
    pub(super) fn plain_item(&self, item: usize) -> String {
        match self.object(item) {
            Some(Object::Variable(name)) => plain(&(self.value)(name).unwrap_or_default()),
            Some(Object::Math { tex, .. }) => plain(&["$", &*self.tex(tex), "$"].concat()),
            Some(Object::Text(text)) => text.clone(),
            Some(Object::Reference { name, .. }) => name.clone(),
            Some(
                Object::Open(_)
                | Object::Close
                | Object::Division(_)
                | Object::Attributes(_)
                | Object::PageBreak,
            )
            | None => String::new(),
        }
    }

    /// LaTeX with its variables in it.
    pub(super) fn tex(&self, parts: &[Tex]) -> String {
        let mut latex = String::new();
        for part in parts {
            match part {
                Tex::Text(text) => latex.push_str(text),
                Tex::Variable(name) => {
                    let value = (self.value)(name).unwrap_or_default();
                    let inner = value.strip_prefix('$').and_then(|it| it.strip_suffix('$'));
                    match inner {
                        Some(tex) => latex.push_str(tex),
                        // The page check has told that this is no variable for math.
                        None => latex.push_str(&escape(&plain(&value))),
                    }
                }
            }
        }
        latex
    }

    /// The whole of it in plain text, in which HTML stands as it is written.
    pub(super) fn all_plain(&self) -> String {
        let mut plain = String::new();
        for event in &self.events {
            match event {
                Event::InlineHtml(text) | Event::Html(text) => plain.push_str(text),
                other => plain.push_str(&self.plain(std::slice::from_ref(other))),
            }
        }
        plain.trim().to_string()
    }
}

/// The item that is all of the paragraph at an event.
pub(super) fn alone(text: &Text, paragraph: usize) -> Option<usize> {
    let [
        Event::Start(Tag::Paragraph),
        Event::Text(inner),
        Event::End(TagEnd::Paragraph),
    ] = text.events.get(paragraph..paragraph + 3)?
    else {
        return None;
    };
    match &*pieces(inner) {
        [Piece::Item(item)] => Some(*item),
        _ => None,
    }
}

/// Whether a paragraph is nothing but the line that begins a callout.
fn is_callout(text: &Text, paragraph: usize) -> bool {
    let object = alone(text, paragraph).map(|item| &text.document.items[item].object);
    match object {
        Some(Object::Division(Some(attributes))) => {
            let mut classes = attributes.classes.iter();
            classes.any(|class| class.starts_with("callout"))
        }
        _ => false,
    }
}
