//! A `constants!` page at run time: its constants, decoded from what the macro stored.

use alloc::vec::{IntoIter, Vec};

use super::super::Source;
use super::constant::{Constant, Figure, Word, WordKind};
use super::reading::{Read, Reading};
use mlsysim_language::record::{Malformed, Reader, read_accepted};

/// A page as the macro stores it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The module that it stands in.
    pub module: &'static str,
    /// The file that it stands in.
    pub file: &'static str,
    /// The line of each constant.
    pub lines: &'static [u32],
    /// Its constants without values.
    pub record: &'static str,
    /// Puts every source and value into the reading.
    pub read: fn(&mut Reading),
}

#[derive(Clone, Copy)]
enum LeafKind {
    Figure,
    Either,
    Word(WordKind),
}

const LEAVES: &[(&str, LeafKind)] = &[
    ("figure", LeafKind::Figure),
    ("either", LeafKind::Either),
    ("word", LeafKind::Word(WordKind::Plain)),
    ("missing", LeafKind::Word(WordKind::Missing)),
    ("link", LeafKind::Word(WordKind::Link)),
];

impl Page {
    pub(super) fn constants(&self) -> Result<Vec<Constant>, Malformed> {
        let mut reading = Reading::default();
        (self.read)(&mut reading);
        let mut slots = Slots {
            values: reading.values.into_iter(),
            sources: reading.sources.into_iter(),
            lines: self.lines.iter().copied(),
        };
        let mut reader = Reader::new(self.record);
        let constants = reader.list(|reader| self.constant(reader, &mut slots))?;
        reader.end()?;
        slots.finish()?;
        Ok(constants)
    }

    fn constant(
        &self,
        reader: &mut Reader<'static>,
        slots: &mut Slots<impl Iterator<Item = u32>>,
    ) -> Result<Constant, Malformed> {
        let (name, type_name) = (reader.field()?, reader.field()?);
        let (documentation, title) = (reader.field()?, reader.optional()?);
        let is_public = reader.one_of(&[("public", true), ("private", false)], "a visibility")?;
        let has_source =
            reader.one_of(&[("sourced", true), ("part", false)], "a source or none")?;
        let accepted = read_accepted(reader)?;
        let mut constant = Constant {
            module: self.module,
            file: self.file,
            line: slots.line()?,
            name,
            type_name,
            documentation,
            title,
            is_public,
            source: if has_source {
                Some(slots.source()?)
            } else {
                None
            },
            accepted,
            figures: Vec::new(),
            words: Vec::new(),
        };
        reader.list(|reader| leaf(reader, slots, &mut constant))?;
        Ok(constant)
    }
}

fn leaf(
    reader: &mut Reader<'static>,
    slots: &mut Slots<impl Iterator<Item = u32>>,
    constant: &mut Constant,
) -> Result<(), Malformed> {
    let kind = reader.one_of(LEAVES, "the kind of a leaf")?;
    let (path, text, written) = (reader.field()?, reader.field()?, reader.field()?);
    let unit = reader.optional()?;
    let constants = reader.list(Reader::field)?;
    let mut word = |text, kind| constant.words.push(Word { path, text, kind });
    let read = match kind {
        LeafKind::Word(kind) => {
            word(text, kind);
            return Ok(());
        }
        LeafKind::Figure | LeafKind::Either => slots.value()?,
    };
    let value = match (kind, read) {
        (_, Read::Figure(value)) => Some(value),
        (_, Read::Missing) => None,
        (LeafKind::Either, Read::Word) => {
            word(written, WordKind::Plain);
            return Ok(());
        }
        (_, Read::Word) => return Err(ended("a figure")),
    };
    constant.figures.push(Figure {
        path,
        value,
        expression: text,
        unit,
        constants,
    });
    Ok(())
}

/// What the page's function read, handed out in order.
struct Slots<L> {
    values: IntoIter<Read>,
    sources: IntoIter<Source>,
    lines: L,
}

fn ended(expected: &'static str) -> Malformed {
    Malformed { expected }
}

impl<L: Iterator<Item = u32>> Slots<L> {
    fn value(&mut self) -> Result<Read, Malformed> {
        self.values.next().ok_or(ended("a value"))
    }

    fn source(&mut self) -> Result<Source, Malformed> {
        self.sources.next().ok_or(ended("a source"))
    }

    fn line(&mut self) -> Result<u32, Malformed> {
        self.lines.next().ok_or(ended("a line"))
    }

    fn finish(mut self) -> Result<(), Malformed> {
        match (self.values.next(), self.sources.next(), self.lines.next()) {
            (None, None, None) => Ok(()),
            _ => Err(ended("the end of the values")),
        }
    }
}
