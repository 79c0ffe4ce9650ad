//! The record: what a macro leaves of a napkin, as one text.
//!
//! A static of many fields is slow to compile, so a napkin is one text beside one array of values.
//! The text is a row of fields; a field is its length in bytes, a colon and its content, so any
//! text may stand in it. A field may hold a record itself. A reader never guesses: a field that is
//! missing, left over or unknown is an error.
//!
//! ```text
//! napkin    = { statement }
//! statement = kind name line noun shape rows [ sentence loose published named rules ] accepted
//! rows      = { row }               row       = slot program
//! program   = { step }              step      = sign { field }
//! loose     = [ why ]               published = { shape note rules }
//! named     = { name row }          rules     = { index rule }
//! accepted  = { kind why }
//! rule      = "~=" number unit slot
//!           | comparison number unit slot row
//!           | "is" name index
//! ```
//!
//! `kind` is `let` or `claim`, which alone has what stands in brackets; `shape` is `one`, `list` or
//! `range`; `slot` is where the row's first value stands among the napkin's values, which follow
//! in the order of the steps. A rule's slot holds what it needs beside: after `~=` one of the unit,
//! the least and the greatest value that print so; after a comparison the size of the stated unit,
//! zero where none is stated.

mod field;
mod statement;
mod step;

pub use field::{Malformed, Reader, Writer};
pub use statement::{
    Claim, Published, Rule, Shape, Statement, read, read_accepted, row_positions, write_accepted,
};
pub use step::{Formulas, Row, Step, pass_step, program, read_program};

/// Slots from here on stand for values that the macro has computed, which follow from numbers
/// alone: the napkin lists them, and the compiler is spared them.
pub const FIRST_KNOWN: usize = 1 << 20;
