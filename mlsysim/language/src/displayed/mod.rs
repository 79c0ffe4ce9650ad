//! Displayed arithmetic: `7e9 * 2 B = 14 GB` and `\frac{14}{50} = 0.28` as a page writes them.
//!
//! `marks` makes one kind of token of text and of LaTeX, `chain` splits them at their relations,
//! and `side` writes what stands between two of them in the tokens of the language (`factor`,
//! `numeral`, `unit`, `symbol`), so that the language's own parser reads it. What is not understood
//! is not read: a side of a chain is an expression or nothing.

mod chain;
mod factor;
mod marks;
mod numeral;
mod side;
mod symbol;
mod unit;

pub use chain::{Chain, Relation, chains};
pub use side::{Reading, Side, Written};
pub use unit::unit_before;

/// How a piece of a page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// As text or code: `2 * 3 = 6`.
    Text,
    /// As LaTeX, without the dollar signs: `2 \cdot 3 = 6`.
    Latex,
}

#[cfg(test)]
mod tests;
