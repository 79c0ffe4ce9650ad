//! How a piece of a page is written, and how it is read.

/// How a piece of a page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// As text or code: `2 * 3 = 6`.
    Text,
    /// As LaTeX, without the dollar signs: `2 \cdot 3 = 6`.
    Latex,
}

/// How a side is read where its signs may mean two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whether units count, or the numbers alone.
    pub units: bool,
    /// Whether the `B` of `7B` are bytes, or billions.
    pub bytes: bool,
}
