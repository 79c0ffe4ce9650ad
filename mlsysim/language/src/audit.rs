//! What an audit may find, by the words with which an author accepts it.

use alloc::string::String;
use alloc::vec::Vec;

/// A kind of finding about a claim, a constant or a page that is right and says too little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A value that is bounded on one side only.
    OneSided,
    /// An input that may be wrong by two percent without anybody noticing.
    Coarse,
    /// A result that does not follow from its operands as they are printed.
    Operands,
    /// Figures that do not add up as they are printed.
    Sum,
    /// A name with two values in two chapters.
    Name,
    /// More digits than the inputs carry.
    Digits,
    /// A figure that fits in binary units and is stated in decimal ones, or the reverse.
    System,
    /// A claim that nobody prints.
    Unprinted,
    /// A page without claims or without a chapter, or a chapter without a page.
    Page,
    /// A constant whose source is weak, missing or old.
    Source,
}

impl Kind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Kind; 10] = [
        Kind::OneSided,
        Kind::Coarse,
        Kind::Operands,
        Kind::Sum,
        Kind::Name,
        Kind::Digits,
        Kind::System,
        Kind::Unprinted,
        Kind::Page,
        Kind::Source,
    ];

    /// The word for it: `#[accept(coarse = "why")]`.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::OneSided => "one_sided",
            Kind::Coarse => "coarse",
            Kind::Operands => "operands",
            Kind::Sum => "sum",
            Kind::Name => "name",
            Kind::Digits => "digits",
            Kind::System => "system",
            Kind::Unprinted => "unprinted",
            Kind::Page => "page",
            Kind::Source => "source",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The words of some kinds, for a message: "`sum`, `name`".
    pub fn list(kinds: &[Kind]) -> String {
        let words: Vec<String> = kinds
            .iter()
            .map(|kind| ["`", kind.word(), "`"].concat())
            .collect();
        words.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_its_kind() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(Kind::from_word("Sum"), None);
        assert_eq!(Kind::list(&[Kind::Sum, Kind::Name]), "`sum`, `name`");
    }
}
