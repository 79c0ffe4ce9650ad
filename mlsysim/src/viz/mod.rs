//! How values read: numbers with units, derivations in LaTeX and in plain text.

pub mod derivation;
mod equation;
pub mod expression;
pub mod name;
pub mod number;
