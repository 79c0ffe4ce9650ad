//! The arithmetic that a page displays, computed again from its printed operands.
//!
//! `pieces` takes the page apart. `spans`, `prose`, `conversion` and `table` find what says that
//! one thing equals another; `symbols` knows what the page has said of its names. `value` computes
//! a side and `verdict` holds it to what is printed:
//!
//! - *right*: within half a unit of the last printed digit, ends included; with `≈` or `~` within
//!   one unit, or 5 % for one digit.
//! - *cut*: what the operands give, cut off instead of rounded.
//! - *unit*: it would be right in another unit: bits for bytes, KiB for KB, ms for s.
//! - *rounded*: a note and no fault. The operands that are printed with a point may stand for
//!   others that round to them and give the printed result, which lies within 5 % of what they
//!   give as printed; or the result has zeros at its end to which it is rounded. Whole numbers
//!   stand for themselves, and a result that is cut off is cut off.
//! - *wrong*: none of these.
//!
//! Where an operand has no unit and the result has one, the operands may be in that unit or in
//! base units. What is read in none of these ways is left alone.

mod bounds;
mod chains;
mod conversion;
mod pieces;
mod prose;
mod spans;
mod symbols;
mod table;
mod value;
mod verdict;

use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use super::place::Place;
use super::source::Page;
use super::span::{Mark, spans as marks};
use pieces::{Block, blocks};
use symbols::Symbols;
pub use verdict::Verdict;

/// An equality of a page, with what came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Equality {
    /// The bytes that it stands on.
    pub range: Range<usize>,
    /// Counted from one.
    pub line: usize,
    /// In characters, counted from one.
    pub column: usize,
    /// What was found.
    pub verdict: Verdict,
    /// What is displayed.
    pub text: String,
    /// What it gives and what is printed, in words; nothing where it is right.
    pub message: String,
    /// What may explain the difference.
    pub hint: Option<String>,
}

/// The equalities of a page that could be computed again, in their order.
pub(in super::super) fn arithmetic(page: &Page) -> Vec<Equality> {
    let mut reader = Reader {
        page,
        symbols: Symbols::default(),
        formulas: Vec::new(),
        found: Vec::new(),
    };
    for block in blocks(page) {
        reader.block(block);
    }
    let mut found = reader.found;
    found.sort_by_key(|found| {
        let is_right = !found.verdict.is_fault();
        (found.range.start, found.range.end, is_right)
    });
    found.dedup_by(|next, before| next.range == before.range);
    leave_out_exempt(page, &mut found);
    let places = page.places(found.iter().map(|found| found.range.start));
    for (equality, Place { line, column }) in found.iter_mut().zip(places) {
        (equality.line, equality.column) = (line, column);
    }
    found
}

/// Drops what the author has marked.
fn leave_out_exempt(page: &Page, found: &mut Vec<Equality>) {
    let spans = marks(page).into_iter();
    let mut exempt: Vec<Range<usize>> = spans
        .filter(|span| span.mark == Mark::Exempt)
        .map(|span| span.text)
        .collect();
    exempt.sort_by_key(|range| range.start);
    let mut reach = 0;
    // How far those reach that begin up to here.
    let ends: Vec<(usize, usize)> = exempt
        .into_iter()
        .map(|range| {
            reach = reach.max(range.end);
            (range.start, reach)
        })
        .collect();
    found.retain(|found| {
        let after = ends.partition_point(|(start, _)| *start <= found.range.start);
        after == 0 || ends[after - 1].1 <= found.range.start
    });
}

/// Reads the blocks of a page in their order.
struct Reader<'a> {
    page: &'a Page,
    symbols: Symbols,
    /// What comments declare of the next table.
    formulas: Vec<(String, Range<usize>)>,
    found: Vec<Equality>,
}

impl Reader<'_> {
    fn block(&mut self, block: Block) {
        match block {
            Block::Heading(level, passage) => {
                self.symbols.heading(level);
                self.passage(&passage);
            }
            Block::Passage(passage) => {
                self.formulas.clear();
                self.passage(&passage);
            }
            Block::Comment(text, range) => self.formulas.push((text, range)),
            Block::Table(table) => {
                let formulas = std::mem::take(&mut self.formulas);
                table::read(self, &table, &formulas);
                for passage in table.passages() {
                    self.passage(passage);
                }
            }
        }
    }

    fn passage(&mut self, passage: &pieces::Piece) {
        spans::read(self, passage);
        prose::read(self, passage);
        conversion::read(self, passage);
    }
}
