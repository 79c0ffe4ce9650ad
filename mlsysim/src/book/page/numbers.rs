//! The numbers of a page: which are quantities, and what the others are.

use std::format;
use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use mlsysim_prose::{Found, Kind, What, math_numbers, numbers};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::attributes::attributes;
use super::front::front_matter;
use super::html::{self, Piece};
use super::passage::{Form, OBJECT, Passage};
use super::shortcode;
use super::source::Page;

/// The numbers of a page, in their order.
pub(super) fn page_numbers(page: &Page) -> Vec<Found> {
    let mut reader = Reader::of(page);
    for (passage, kind) in front_matter(&page.text, page.front_matter()) {
        match kind {
            None => reader.passage_of(passage),
            Some(kind) => reader.exempt(passage, kind),
        }
    }
    for math in &page.inline.math {
        reader.math(math.clone());
    }
    reader.body();
    let mut found = reader.found;
    found.sort_by_key(|found| found.range.start);
    found
}

struct Reader<'a> {
    page: &'a Page,
    /// Math and shortcodes, in order and apart.
    objects: Vec<Range<usize>>,
    passage: Passage,
    /// Where the last text ended that was read.
    text_end: usize,
    /// How many tags are open in which code stands.
    code_tags: usize,
    found: Vec<Found>,
}

/// The table that is read.
#[derive(Default)]
struct Table {
    heads: Vec<String>,
    column: usize,
    is_head: bool,
}

impl<'a> Reader<'a> {
    fn of(page: &'a Page) -> Reader<'a> {
        let shortcodes = page.shortcodes.iter().filter(|found| match found.what {
            shortcode::What::Shortcode(_) | shortcode::What::Escape => true,
            shortcode::What::Malformed(_) => false,
        });
        let ranges = page
            .inline
            .math
            .iter()
            .chain(shortcodes.map(|found| &found.range));
        let mut ranges: Vec<Range<usize>> = ranges.cloned().collect();
        ranges.sort_by_key(|range| range.start);
        // A shortcode in math is part of it.
        ranges.dedup_by(|next, before| next.start < before.end);
        Reader {
            page,
            objects: ranges,
            passage: Passage::default(),
            text_end: 0,
            code_tags: 0,
            found: Vec::new(),
        }
    }

    fn text(&self, range: &Range<usize>) -> &'a str {
        self.page.text.get(range.clone()).unwrap_or("")
    }

    fn is_in_object(&self, at: usize) -> bool {
        let after = self.objects.partition_point(|range| range.end <= at);
        self.objects
            .get(after)
            .is_some_and(|range| range.start <= at)
    }

    /// Something that says no quantity, if it has a number.
    fn exempt(&mut self, range: Range<usize>, kind: Kind) {
        if self.text(&range).contains(|c: char| c.is_ascii_digit()) {
            let what = What::Exempt(kind);
            self.found.push(Found { range, what });
        }
    }

    fn math(&mut self, range: Range<usize>) {
        let text = self.text(&range);
        let first = self
            .page
            .shortcodes
            .partition_point(|found| found.range.end <= range.start);
        // One that begins before the math is no part of it.
        let inner = self.page.shortcodes[first..].iter();
        let inner = inner.skip_while(|found| found.range.start < range.start);
        let mut blank = String::from(text);
        for found in inner.take_while(|found| found.range.end <= range.end) {
            let at = found.range.start - range.start..found.range.end - range.start;
            // A symbol in its place, so that a sign behind it joins two operands.
            let symbol = format!("a{}", " ".repeat(at.len() - 1));
            blank.replace_range(at, &symbol);
        }
        let numbers = math_numbers(&blank).into_iter();
        self.found.extend(numbers.map(|found| Found {
            range: found.range.start + range.start..found.range.end + range.start,
            ..found
        }));
    }

    /// Ends the passage, and reads its numbers.
    fn flush(&mut self) {
        let form = self.passage.form.clone();
        let mut passage = std::mem::take(&mut self.passage);
        self.passage.form = form;
        if !passage.text.contains(|c: char| c.is_alphanumeric()) {
            return;
        }
        for range in attributes(&passage.text) {
            self.exempt(passage.source(&range), Kind::Attribute);
            passage.blank(range);
        }
        for mut found in numbers(&passage.text) {
            if let Some(kind) = by_form(&passage, &found) {
                found.what = What::Exempt(kind);
            }
            let range = passage.source(&found.range);
            self.found.push(Found { range, ..found });
        }
    }

    fn flush_into(&mut self, form: Form) {
        self.flush();
        self.passage.form = form;
    }

    fn passage_of(&mut self, range: Range<usize>) {
        self.flush_into(Form::Prose);
        self.source(range);
        self.flush();
    }

    /// Adds a part of the page as it stands, with signs in place of math and shortcodes.
    fn source(&mut self, range: Range<usize>) {
        let mut at = range.start;
        let first = self.objects.partition_point(|object| object.end <= at);
        for index in first..self.objects.len() {
            let object = self.objects[index].clone();
            if object.start >= range.end {
                break;
            }
            if at < object.start {
                self.passage
                    .push(self.text(&(at..object.start)), at..object.start);
            }
            self.object(object.clone());
            at = object.end;
        }
        if at < range.end {
            self.passage
                .push(self.text(&(at..range.end)), at..range.end);
        }
        self.text_end = range.end;
    }

    fn object(&mut self, range: Range<usize>) {
        if !self.passage.text.ends_with(OBJECT) {
            self.passage.push(OBJECT, range);
        }
    }

    fn body(&mut self) {
        let start = self.page.front_matter().end;
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let page = self.page;
        let events = Parser::new_ext(&page.text[start..], options).into_offset_iter();
        let mut table = Table::default();
        // What a reader does not see as text: code, raw HTML, an address.
        let mut hidden: Option<TagEnd> = None;
        for (event, range) in events {
            let range = start + range.start..start + range.end;
            if let Some(end) = hidden {
                if event == Event::End(end) {
                    hidden = None;
                    self.text_end = range.end;
                }
                continue;
            }
            match event {
                Event::Start(tag) => hidden = self.start(&tag, range, &mut table),
                Event::End(end) => self.end(end, range, &mut table),
                Event::Text(text) if self.code_tags == 0 => self.words(&text, range),
                Event::Code(_) if !self.is_in_object(range.start) => {
                    self.exempt(range.clone(), Kind::Code);
                    self.text_end = range.end;
                    self.object(range);
                }
                Event::InlineHtml(_) | Event::Html(_) => self.tags(range),
                Event::FootnoteReference(_) => {
                    self.exempt(range.clone(), Kind::Marker);
                    self.object(range);
                }
                Event::SoftBreak | Event::HardBreak if !self.is_in_object(range.start) => {
                    self.passage.push("\n", range.start..range.start + 1);
                }
                Event::Rule => self.flush_into(Form::Prose),
                Event::Text(_)
                | Event::Code(_)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::TaskListMarker(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_) => {}
            }
        }
        self.flush();
    }

    fn words(&mut self, text: &str, range: Range<usize>) {
        if self.text(&range) == text {
            self.source(range);
        } else if !self.is_in_object(range.start) {
            // `&nbsp;`
            self.text_end = range.end;
            self.passage.push(text, range);
        }
    }

    /// Reads what a tag begins; the end of it if nothing in it is text.
    fn start(&mut self, tag: &Tag, range: Range<usize>, table: &mut Table) -> Option<TagEnd> {
        match tag {
            Tag::CodeBlock(kind) => {
                self.flush_into(Form::Prose);
                // A fence that stays open is none.
                let is_code = match kind {
                    CodeBlockKind::Fenced(_) => self.page.is_code(range.start),
                    CodeBlockKind::Indented => !self.is_in_object(range.start),
                };
                if is_code {
                    self.exempt(range, Kind::Code);
                    return Some(tag.to_end());
                }
            }
            Tag::HtmlBlock => {
                self.flush_into(Form::Prose);
                match self.page.is_code(range.start) {
                    true => self.exempt(range, Kind::Code),
                    false => self.tags(range),
                }
                self.flush();
                return Some(tag.to_end());
            }
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => {
                self.exempt(range.clone(), Kind::Link);
                self.object(range);
                return Some(tag.to_end());
            }
            Tag::Item => {
                self.flush_into(Form::Prose);
                let marker = self.text(&range);
                let length = marker
                    .find(|c: char| c.is_whitespace())
                    .unwrap_or(marker.len());
                if !self.is_in_object(range.start) {
                    self.exempt(range.start..range.start + length, Kind::Marker);
                }
            }
            Tag::FootnoteDefinition(_) => {
                self.flush_into(Form::Prose);
                let length = self.text(&range).find(']').unwrap_or(0);
                self.exempt(range.start..range.start + length, Kind::Marker);
            }
            Tag::Heading { .. } => self.flush_into(Form::Heading),
            Tag::Table(_) => {
                self.flush_into(Form::Prose);
                *table = Table::default();
            }
            Tag::TableHead => table.is_head = true,
            Tag::TableRow => table.column = 0,
            Tag::TableCell => {
                let head = table.heads.get(table.column).cloned();
                self.flush_into(Form::Cell(head.unwrap_or_default()));
                table.column += 1;
            }
            Tag::Link { .. } | Tag::Image { .. } => self.text_end = range.start,
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::List(_) | Tag::MetadataBlock(_) => {
                self.flush_into(Form::Prose);
            }
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.flush_into(Form::Prose);
            }
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
        }
        None
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>, table: &mut Table) {
        match end {
            TagEnd::Link | TagEnd::Image if !self.is_in_object(range.start) => {
                self.exempt(self.text_end.max(range.start)..range.end, Kind::Link);
                self.text_end = range.end;
            }
            TagEnd::Link | TagEnd::Image => {}
            TagEnd::TableCell => {
                if table.is_head {
                    table.heads.push(self.passage.text.trim().to_lowercase());
                }
                self.flush_into(Form::Prose);
            }
            TagEnd::TableHead => table.is_head = false,
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableRow
            | TagEnd::MetadataBlock(_) => self.flush_into(Form::Prose),
        }
    }

    /// Raw HTML: its tags, and the text between them.
    fn tags(&mut self, range: Range<usize>) {
        if self.is_in_object(range.start) {
            return;
        }
        let start = range.start;
        let html = self.text(&range);
        for (piece, what) in html::pieces(html) {
            let at = start + piece.start..start + piece.end;
            match what {
                Piece::Comment => self.exempt(at, Kind::Code),
                Piece::Text if self.code_tags > 0 => {
                    self.exempt(at.clone(), Kind::Code);
                    self.object(at);
                }
                Piece::Text => self.source(at),
                Piece::Tag => self.tag(&html[piece], at),
            }
        }
        self.text_end = range.end;
    }

    fn tag(&mut self, tag: &str, range: Range<usize>) {
        let (name, closes) = html::name(tag);
        let name = name.to_ascii_lowercase();
        let is_link = tag.contains("href=") || tag.contains("src=");
        let kind = match is_link {
            true => Kind::Link,
            false => Kind::Attribute,
        };
        self.exempt(range.clone(), kind);
        if html::is_code(&name) {
            self.code_tags = match closes {
                true => self.code_tags.saturating_sub(1),
                false => self.code_tags + 1,
            };
        }
        match &*name {
            "br" => self.passage.push("\n", range.start..range.start + 1),
            "sup" if !closes => self.passage.push("^", range.start..range.start + 1),
            "sub" if !closes => self.passage.push("_", range.start..range.start + 1),
            name if !html::is_inline(name) => self.flush_into(Form::Prose),
            _ => {}
        }
    }
}

/// What a number is by the form of its passage, although it looks like a quantity.
fn by_form(passage: &Passage, found: &Found) -> Option<Kind> {
    if found.what != What::Quantity {
        return None;
    }
    let text = &passage.text;
    let number = &text[found.range.clone()];
    let is_bare = number.chars().all(|c| c.is_ascii_digit() || c == '.');
    let before = text[..found.range.start].trim_start();
    let behind = &text[found.range.end..];
    match &passage.form {
        _ if !is_bare => None,
        Form::Heading if before.is_empty() => {
            let behind = behind.trim_start_matches(['.', ')', ':']);
            (behind.starts_with(char::is_whitespace)).then_some(Kind::Marker)
        }
        // `Napkin math 7.3`.
        Form::Heading if number.contains('.') && behind.trim_start_matches(':').is_empty() => {
            Some(Kind::Marker)
        }
        Form::Prose | Form::Heading => {
            let is_marker = before == "(" && behind.starts_with(") ");
            is_marker.then_some(Kind::Marker)
        }
        Form::Cell(head) => column(head),
    }
}

/// What the bare numbers of a column are, by its head.
fn column(head: &str) -> Option<Kind> {
    let mut words = head.split(|c: char| !c.is_alphanumeric() && c != '#');
    words.find_map(|word| match word {
        "year" | "released" | "introduced" => Some(Kind::Year),
        "date" => Some(Kind::Date),
        "version" | "release" => Some(Kind::Version),
        "section" | "chapter" | "figure" | "table" | "equation" => Some(Kind::Reference),
        "page" => Some(Kind::Page),
        "id" | "#" | "no" => Some(Kind::Name),
        _ => None,
    })
}
