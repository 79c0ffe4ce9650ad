//! Displayed arithmetic: `7e9 * 2 B = 14 GB` and `\frac{14}{50} = 0.28` as a page writes them.
//!
//! `marks` makes one kind of token of text and of LaTeX, `chain` splits them at their relations,
//! and `side` writes what stands between two of them in the tokens of the language (`factor`,
//! `operand`, `numeral`, `unit`, `symbol`), so that the language's own parser reads it. What is not
//! understood is not read: a side of a chain is an expression or nothing.

mod before;
mod chain;
mod factor;
mod marks;
mod notation;
mod numeral;
mod operand;
mod run;
mod side;
mod symbol;
mod tokens;
mod unit;
mod word;

pub use before::unit_before;
pub use chain::{Chain, Relation, chains};
pub use notation::{Notation, Reading};
pub use side::{Side, Written};

#[cfg(test)]
mod tests;
