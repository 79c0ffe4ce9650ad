//! A row without its result.

use alloc::string::String;

/// A row in two forms: names, and numbers in their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forms {
    /// Names as words, formulas as their symbols.
    pub symbolic: String,
    /// Every name as its value.
    pub substituted: String,
}
