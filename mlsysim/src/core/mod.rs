//! The physics and the definitions: constants with their sources, and the laws over them.

pub mod constants;
pub mod formulas;
