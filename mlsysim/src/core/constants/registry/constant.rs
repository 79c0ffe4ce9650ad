//! A constant at run time.

use alloc::vec::Vec;

use mlsysim_language::audit::Kind;

use super::super::Source;
use crate::units::dynamic::Dynamic;

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
    /// Findings of an audit that its author accepts, each with the reason.
    pub accepted: Vec<(Kind, &'static str)>,
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
