//! Every constant of the program at run time, from the pages themselves.

mod reading;
mod record;

use alloc::vec::Vec;

use linkme::distributed_slice;

use super::Source;
use crate::units::dynamic::Dynamic;
#[doc(hidden)]
pub use reading::{NoQuantity, Probe, Quantity, Read, Readable, Reading};
pub use record::Broken;
use record::Reader;

/// Every `constants!` page of the program, in link order.
#[doc(hidden)]
#[distributed_slice]
pub static CONSTANTS: [Page];

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

/// A constant of a page: one figure, or a record of several.
#[derive(Clone, Debug)]
pub struct Constant {
    /// The module that it stands in, such as `mlsysim::core::constants::prices`.
    pub module: &'static str,
    /// The file that it stands in.
    pub file: &'static str,
    /// The line in that file.
    pub line: u32,
    /// Its name: `A100`.
    pub name: &'static str,
    /// Its type as written: `Accelerator`.
    pub type_name: &'static str,
    /// The first paragraph of its documentation.
    pub documentation: &'static str,
    /// A record's name in prose: `NVIDIA A100`.
    pub title: Option<&'static str>,
    /// Whether other modules see it.
    pub is_public: bool,
    /// Where its figures are published; none for a private part of other constants.
    pub source: Option<Source>,
    /// Its figures, in the order written.
    pub figures: Vec<Figure>,
    /// What it says beside them, in the order written.
    pub words: Vec<Word>,
}

/// One figure of a constant.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its path as a claim writes it: `A100.memory.capacity`, `A100.peak(Precision::Fp16)`.
    ///
    /// A figure that a record may lack is found by its field: `A100.price`.
    pub path: &'static str,
    /// Its value with the dimension as data; none if it is taken from a constant that lacks it.
    pub value: Option<Dynamic>,
    /// The expression as written: `80 GiB`, `72 * B200.memory.bandwidth`.
    pub expression: &'static str,
    /// The unit as written, where the expression is a number with one: `GiB`, `%`, `$/kWh`.
    pub unit: Option<&'static str>,
    /// The constants that the expression names, as written: `B200.memory.bandwidth`.
    pub constants: Vec<&'static str>,
}

/// What a constant says that is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its path: `A100.release_year`.
    pub path: &'static str,
    /// As written: `2020`, `Direction::BothDirections`, `&nodes::DGX_H100`, the text of a text.
    pub text: &'static str,
    /// Whether it is data, another constant, or a field that says `None`.
    pub kind: WordKind,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A number without unit, a text or a variant.
    Plain,
    /// `None`: nothing is known.
    Missing,
    /// A reference to another constant.
    Link,
}

impl Constant {
    /// Its module without the crate: `accelerators::cloud` for a page of this crate.
    pub fn page(&self) -> &'static str {
        let own = self.module.strip_prefix("mlsysim::core::constants::");
        own.or_else(|| self.module.split_once("::").map(|(_, rest)| rest))
            .unwrap_or(self.module)
    }

    /// The figure of a path below the constant, such as `memory.capacity`; the constant itself
    /// for the empty path.
    pub fn figure(&self, path: &str) -> Option<&Figure> {
        self.figures
            .iter()
            .find(|figure| self.is_at(figure.path, path))
    }

    /// The word of a path below the constant, such as `release_year`.
    pub fn word(&self, path: &str) -> Option<&Word> {
        self.words.iter().find(|word| self.is_at(word.path, path))
    }

    fn is_at(&self, whole: &str, path: &str) -> bool {
        let below = whole.strip_prefix(self.name).unwrap_or(whole);
        below.strip_prefix('.').unwrap_or(below) == path
    }
}

/// Every constant of the program, by module, in the order written.
///
/// # Errors
///
/// [`Broken`] if a page was written by the macro of another version.
///
/// ```
/// use mlsysim::core::constants;
///
/// let all = constants::all()?;
/// let a100 = all.iter().find(|constant| constant.name == "A100").expect("a page has it");
/// let memory = a100.figure("memory.capacity").expect("it has memory");
/// assert_eq!(memory.expression, "80 GiB");
/// assert_eq!(memory.unit, Some("GiB"));
/// assert_eq!(a100.page(), "accelerators::cloud");
///
/// let rack = all.iter().find(|constant| constant.name == "GB200_NVL72").expect("a page has it");
/// let bandwidth = rack.figure("memory.bandwidth").expect("it has memory");
/// assert_eq!(bandwidth.constants, ["B200.memory.bandwidth"]);
/// # Ok::<(), constants::Broken>(())
/// ```
pub fn all() -> Result<Vec<Constant>, Broken> {
    let mut pages: Vec<&Page> = CONSTANTS.iter().collect();
    pages.sort_by_key(|page| (page.module, page.file, page.lines.first()));
    let mut constants = Vec::new();
    for page in pages {
        constants.extend(page.constants()?);
    }
    Ok(constants)
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
    fn constants(&self) -> Result<Vec<Constant>, Broken> {
        let mut reading = Reading::default();
        (self.read)(&mut reading);
        let mut slots = Slots {
            values: reading.values.into_iter(),
            sources: reading.sources.into_iter(),
            lines: self.lines.iter().copied(),
        };
        let mut reader = Reader::new(self.record);
        let constants = reader.list(|reader| self.constant(reader, &mut slots))?;
        reader.finish()?;
        slots.finish()?;
        Ok(constants)
    }

    fn constant(
        &self,
        reader: &mut Reader,
        slots: &mut Slots<impl Iterator<Item = u32>>,
    ) -> Result<Constant, Broken> {
        let (name, type_name) = (reader.text()?, reader.text()?);
        let (documentation, title) = (reader.text()?, reader.maybe()?);
        let is_public = reader.one_of(&[("public", true), ("private", false)], "a visibility")?;
        let has_source =
            reader.one_of(&[("sourced", true), ("part", false)], "a source or none")?;
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
            figures: Vec::new(),
            words: Vec::new(),
        };
        reader.list(|reader| leaf(reader, slots, &mut constant))?;
        Ok(constant)
    }
}

fn leaf(
    reader: &mut Reader,
    slots: &mut Slots<impl Iterator<Item = u32>>,
    constant: &mut Constant,
) -> Result<(), Broken> {
    let kind = reader.one_of(LEAVES, "the kind of a leaf")?;
    let (path, text, written) = (reader.text()?, reader.text()?, reader.text()?);
    let unit = reader.maybe()?;
    let constants = reader.list(Reader::text)?;
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
    values: alloc::vec::IntoIter<Read>,
    sources: alloc::vec::IntoIter<Source>,
    lines: L,
}

fn ended(expected: &'static str) -> Broken {
    Broken { expected, left: 0 }
}

impl<L: Iterator<Item = u32>> Slots<L> {
    fn value(&mut self) -> Result<Read, Broken> {
        self.values.next().ok_or(ended("a value"))
    }

    fn source(&mut self) -> Result<Source, Broken> {
        self.sources.next().ok_or(ended("a source"))
    }

    fn line(&mut self) -> Result<u32, Broken> {
        self.lines.next().ok_or(ended("a line"))
    }

    fn finish(mut self) -> Result<(), Broken> {
        match (self.values.next(), self.sources.next(), self.lines.next()) {
            (None, None, None) => Ok(()),
            _ => Err(ended("the end of the values")),
        }
    }
}
