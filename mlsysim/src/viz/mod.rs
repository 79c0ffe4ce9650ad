//! How values read: numbers with units, derivations in LaTeX and in plain text.

pub mod derivation;
pub mod number;
