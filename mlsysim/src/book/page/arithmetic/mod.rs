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
//!   give as printed; or the result ends with two zeros or more, and is rounded to them. Whole
//!   numbers stand for themselves, and a result that is cut off is cut off.
//! - *wrong*: none of these.
//!
//! Where an operand has no unit and the result has one, the operands may be in that unit or in
//! base units. What is read in none of these ways is left alone.

mod bounds;
mod candidates;
mod chain;
mod conversion;
mod equality;
mod fault;
mod figure;
mod pair;
mod pieces;
mod prose;
mod reader;
mod spans;
mod symbols;
mod table;
mod value;
mod verdict;
mod words;

use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use super::place::Place;
use super::source::Page;
use super::span::{Mark, spans as marks};
pub use equality::{Equality, Verdict};
use pieces::{Block, Piece, blocks};
use reader::Reader;
use symbols::Symbols;

/// The equalities of a page that could be computed again, in their order.
pub(in super::super) fn arithmetic(page: &Page) -> Vec<Equality> {
    let mut reader = Reader {
        page,
        symbols: Symbols::default(),
        found: Vec::new(),
    };
    read(&mut reader, blocks(page));
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
fn read(reader: &mut Reader, blocks: Vec<Block>) {
    // What comments declare of the next table.
    let mut formulas: Vec<(String, Range<usize>)> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(level, piece) => {
                reader.symbols.heading(level);
                passage(reader, &piece);
            }
            Block::Passage(piece) => {
                formulas.clear();
                passage(reader, &piece);
            }
            Block::Comment(text, range) => formulas.push((text, range)),
            Block::Table(table) => {
                table::read(reader, &table, &formulas);
                formulas.clear();
                for piece in table.pieces() {
                    passage(reader, piece);
                }
            }
        }
    }
}

fn passage(reader: &mut Reader, piece: &Piece) {
    spans::read(reader, piece);
    prose::read(reader, piece);
    conversion::read(reader, piece);
}
