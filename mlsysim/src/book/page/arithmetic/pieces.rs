//! A page taken apart: passages with the code and the math in them, tables, comments.

use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::super::passage::{OBJECT, Passage};
use super::super::shortcode;
use super::super::source::Page;

/// How long the sign of an object is in the text of a passage.
pub(super) const SIGN: usize = OBJECT.len();

/// A block of a page.
pub(super) enum Block {
    /// With its level.
    Heading(usize, Piece),
    Passage(Piece),
    Table(Table),
    /// A comment that stands alone, without its signs.
    Comment(String, Range<usize>),
}

/// Text without its markup, and what stands in it.
#[derive(Debug, Default)]
pub(super) struct Piece {
    pub(super) passage: Passage,
    pub(super) objects: Vec<Object>,
}

/// Code or math in a text.
#[derive(Debug)]
pub(super) struct Object {
    /// Where in the text of the passage its sign stands.
    pub(super) at: usize,
    pub(super) what: What,
    /// On the page, without backticks or dollar signs.
    pub(super) inner: Range<usize>,
    /// With them.
    pub(super) outer: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Code,
    Math,
    /// What is none of these: a link, what a shortcode inserts.
    Other,
}

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) heads: Vec<Piece>,
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) range: Range<usize>,
    pub(super) cells: Vec<Piece>,
}

impl Table {
    pub(super) fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.rows.iter().flat_map(|row| &row.cells)
    }
}

/// The blocks of a page.
pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut reader = Reader {
        page,
        objects: objects(page),
        piece: Piece::default(),
        heading: None,
        table: None,
        blocks: Vec::new(),
    };
    reader.read();
    reader.flush();
    reader.blocks
}

/// Math and shortcodes, in order and apart, and whether each is math.
fn objects(page: &Page) -> Vec<(Range<usize>, What)> {
    let shortcodes = page.shortcodes.iter().filter(|found| match found.what {
        shortcode::What::Shortcode(_) | shortcode::What::Escape => true,
        shortcode::What::Malformed(_) => false,
    });
    let shortcodes = shortcodes.map(|found| (found.range.clone(), What::Other));
    let math = page
        .inline
        .math
        .iter()
        .map(|range| (range.clone(), What::Math));
    let mut objects: Vec<_> = math.chain(shortcodes).collect();
    objects.sort_by_key(|(range, _)| range.start);
    objects.dedup_by(|(next, what), (before, kind)| {
        let is_inside = next.start < before.end;
        // Nothing is known of a value that is inserted.
        if is_inside && *what == What::Other {
            *kind = What::Other;
        }
        is_inside
    });
    objects
}

struct Reader<'a> {
    page: &'a Page,
    objects: Vec<(Range<usize>, What)>,
    piece: Piece,
    heading: Option<usize>,
    table: Option<Table>,
    blocks: Vec<Block>,
}

impl<'a> Reader<'a> {
    fn text(&self, range: &Range<usize>) -> &'a str {
        self.page.text.get(range.clone()).unwrap_or("")
    }

    fn object_at(&self, at: usize) -> Option<usize> {
        let after = self.objects.partition_point(|(range, _)| range.end <= at);
        let (range, _) = self.objects.get(after)?;
        (range.start <= at).then_some(after)
    }

    fn flush(&mut self) {
        let piece = std::mem::take(&mut self.piece);
        match self.heading {
            Some(level) => self.blocks.push(Block::Heading(level, piece)),
            None if piece.passage.text.is_empty() => {}
            None => self.blocks.push(Block::Passage(piece)),
        }
        self.heading = None;
    }

    /// Adds a part of the page as it stands, with signs in place of math and shortcodes.
    fn source(&mut self, range: Range<usize>) {
        let mut at = range.start;
        let first = self.objects.partition_point(|(object, _)| object.end <= at);
        for index in first..self.objects.len() {
            let (object, what) = self.objects[index].clone();
            if object.start >= range.end {
                break;
            }
            if at < object.start {
                let text = self.text(&(at..object.start));
                self.piece.passage.push(text, at..object.start);
            }
            self.object(object.clone(), what);
            at = object.end;
        }
        if at < range.end {
            let text = self.text(&(at..range.end));
            self.piece.passage.push(text, at..range.end);
        }
    }

    fn object(&mut self, outer: Range<usize>, what: What) {
        let is_known = self
            .piece
            .objects
            .last()
            .is_some_and(|last| last.outer == outer);
        if is_known {
            return;
        }
        let text = self.text(&outer);
        let inner = match what {
            What::Math if text.starts_with("$$") => outer.start + 2..outer.end - 2,
            What::Math if text.starts_with('$') => outer.start + 1..outer.end - 1,
            What::Code => {
                let ticks = text.len() - text.trim_start_matches('`').len();
                outer.start + ticks..outer.end.saturating_sub(ticks).max(outer.start + ticks)
            }
            What::Math | What::Other => outer.clone(),
        };
        self.piece.objects.push(Object {
            at: self.piece.passage.text.len(),
            what,
            inner,
            outer: outer.clone(),
        });
        self.piece.passage.push(OBJECT, outer);
    }

    fn read(&mut self) {
        let start = self.page.front_matter().end;
        let page = self.page;
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let events = Parser::new_ext(&page.text[start..], options).into_offset_iter();
        // What a reader does not see as text.
        let mut hidden: Option<TagEnd> = None;
        for (event, range) in events {
            let range = start + range.start..start + range.end;
            if let Some(end) = hidden {
                if event == Event::End(end) {
                    hidden = None;
                }
                continue;
            }
            match event {
                Event::Start(tag) => hidden = self.start(&tag, range),
                Event::End(end) => self.end(end, range),
                Event::Text(text) if self.text(&range) == &*text => self.source(range),
                Event::Text(text) if self.object_at(range.start).is_none() => {
                    self.piece.passage.push(&text, range);
                }
                Event::Code(_) if self.object_at(range.start).is_none() => {
                    self.object(range, What::Code);
                }
                Event::SoftBreak | Event::HardBreak if self.object_at(range.start).is_none() => {
                    self.piece.passage.push("\n", range.start..range.start + 1);
                }
                Event::FootnoteReference(_) => self.object(range, What::Other),
                Event::InlineHtml(_) => self.object(range, What::Other),
                Event::Rule => self.flush(),
                Event::Text(_)
                | Event::Code(_)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::Html(_)
                | Event::TaskListMarker(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_) => {}
            }
        }
    }

    /// Reads what a tag begins; the end of it if nothing in it is text.
    fn start(&mut self, tag: &Tag, range: Range<usize>) -> Option<TagEnd> {
        match tag {
            Tag::CodeBlock(kind) => {
                self.flush();
                let is_math = matches!(kind, CodeBlockKind::Fenced(info) if &**info == "math");
                // Math may be set off by spaces, and a fence that stays open is none.
                let is_code = match kind {
                    CodeBlockKind::Fenced(_) => self.page.is_code(range.start),
                    CodeBlockKind::Indented => self.object_at(range.start).is_none(),
                };
                if is_math {
                    self.fenced_math(range);
                }
                (is_math || is_code).then(|| tag.to_end())
            }
            Tag::HtmlBlock => {
                self.flush();
                let html = self.text(&range).trim();
                let comment = html
                    .strip_prefix("<!--")
                    .and_then(|html| html.strip_suffix("-->"));
                if let Some(comment) = comment {
                    self.blocks
                        .push(Block::Comment(comment.trim().to_string(), range));
                }
                Some(tag.to_end())
            }
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(*level as usize);
                None
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Table::default());
                None
            }
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    let cells = Vec::new();
                    table.rows.push(Row { range, cells });
                }
                None
            }
            Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::TableHead
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => None,
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::MetadataBlock(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {
                self.flush();
                None
            }
        }
    }

    /// A fence of GitHub's in which LaTeX stands.
    fn fenced_math(&mut self, outer: Range<usize>) {
        let text = self.text(&outer);
        let Some((open, rest)) = text.split_once('\n') else {
            return;
        };
        let body = rest.rfind('\n').map_or("", |end| &rest[..end]);
        let start = outer.start + open.len() + 1;
        self.piece.objects.push(Object {
            at: 0,
            what: What::Math,
            inner: start..start + body.len(),
            outer: outer.clone(),
        });
        self.piece.passage.push(OBJECT, outer);
        self.flush();
    }

    fn end(&mut self, end: TagEnd, _range: Range<usize>) {
        match end {
            TagEnd::TableCell => {
                let piece = std::mem::take(&mut self.piece);
                if let Some(table) = &mut self.table {
                    match table.rows.last_mut() {
                        Some(row) => row.cells.push(piece),
                        None => table.heads.push(piece),
                    }
                }
            }
            TagEnd::Table => {
                self.piece = Piece::default();
                self.blocks.extend(self.table.take().map(Block::Table));
            }
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::TableHead
            | TagEnd::TableRow => {}
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
            | TagEnd::MetadataBlock(_) => self.flush(),
        }
    }
}
