//! How values read: numbers with units, derivations in LaTeX and in plain text, Markdown.

pub mod derivation;
pub mod digits;
pub mod equation;
pub mod expression;
pub mod markdown;
pub mod name;
pub mod number;
mod signs;
pub mod stated;
pub mod tex;
