//! What a number of a page is.

use core::ops::Range;

/// A number with the bytes that it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands; a sign, a currency and the unit belong to it.
    pub range: Range<usize>,
    /// What it is.
    pub what: What,
}

/// Whether a number says how much there is of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It does: a claim must stand behind it.
    Quantity,
    /// It does not.
    Exempt(Kind),
}

/// What a number is that says no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A year or a decade: `2019`, `the 1980s`.
    Year,
    /// A day or a month: `15 February 1946`, `2024-02-29`.
    Date,
    /// A time of the day: `22:05:31`, `6 a.m.`
    Time,
    /// A section, a figure, an equation: `Section 4.2`, `@fig-peak-1`.
    Reference,
    /// A work that is cited: `@key2021`, `[12]`.
    Citation,
    /// A page or a line of a work: `pp. 5 and 7`.
    Page,
    /// The number of a list's item, a heading or a footnote.
    Marker,
    /// Of software or a standard: `v1.2`, `CUDA 12.4`.
    Version,
    /// A part of a name: `H100`, `Llama-3 70B`, an index of a symbol.
    Name,
    /// Code, a comment, a hexadecimal number.
    Code,
    /// An address, a path, a DOI, an ISBN.
    Link,
    /// Of a division, an image, a tag, or the page.
    Attribute,
    /// A number word that counts nothing that could be claimed: `one of the`.
    Word,
    /// A place in an order: `the 3rd`.
    Ordinal,
}

impl Found {
    pub(crate) fn quantity(range: Range<usize>) -> Found {
        Found {
            range,
            what: What::Quantity,
        }
    }

    pub(crate) fn exempt(range: Range<usize>, kind: Kind) -> Found {
        Found {
            range,
            what: What::Exempt(kind),
        }
    }
}
