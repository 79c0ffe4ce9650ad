//! Tables: a column with a declared formula, a row that adds up the others, symbols and values.

use std::format;
use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_prose::displayed::{Notation, Relation, Side, chains};

use super::equality::Verdict;
use super::figure::{number_at, number_of, with_units};
use super::pieces::{Piece, Table, What};
use super::reader::Reader;
use super::symbols::Symbols;

/// As many columns of one table may be declared.
const MOST_FORMULAS: usize = 32;

/// The number of a cell, and whether it is approximate.
struct Cell {
    side: Side,
    is_about: bool,
}

pub(super) fn read(reader: &mut Reader, table: &Table, formulas: &[(String, Range<usize>)]) {
    let heads: Vec<Head> = table.heads.iter().map(Head::of).collect();
    bind(reader, table, &heads);
    // The last of several formulas for one column holds.
    let mut declared: Vec<(&str, &str, &Range<usize>)> = Vec::new();
    for (text, range) in formulas.iter().rev().take(MOST_FORMULAS) {
        let Some(formula) = text.strip_prefix("column:") else {
            continue;
        };
        let name = formula.split('=').next().unwrap_or(formula).trim();
        if !declared.iter().any(|(other, ..)| *other == name) {
            declared.push((name, formula, range));
        }
    }
    for (_, formula, range) in declared {
        column(reader, table, &heads, formula, range);
    }
    total(reader, table, &heads);
}

/// The head of a column.
struct Head {
    /// In lower case, without what stands in parentheses.
    name: String,
    /// What stands in parentheses.
    unit: String,
}

impl Head {
    fn of(piece: &Piece) -> Head {
        let text = plain(piece);
        let (name, unit) = text.split_once('(').unwrap_or((&text, ""));
        let unit = unit.split(')').next().unwrap_or("").trim();
        let unit = match unit.strip_prefix("per ") {
            Some(each) => format!("/{each}"),
            None => unit.to_string(),
        };
        Head {
            name: name.trim().to_lowercase(),
            unit,
        }
    }
}

/// The text of a cell without emphasis.
fn plain(piece: &Piece) -> String {
    piece.passage.text.trim().to_string()
}

/// The number of a cell in the unit of its column.
fn cell(piece: &Piece, unit: &str) -> Option<Cell> {
    let text = plain(piece);
    let rest = text.trim_start_matches(['~', '≈', ' ']);
    let is_about = rest.len() < text.len();
    let (mut side, length) = number_at(rest)?;
    let behind = rest[length..].trim();
    let (number, _) = number_of(&side)?;
    let is_bare = number.unit.text.is_empty();
    if is_bare && !behind.is_empty() {
        return None;
    }
    if is_bare && !unit.is_empty() && side.take_unit(unit).is_none() {
        return None;
    }
    Some(Cell { side, is_about })
}

/// Binds the symbols of a table that has a column of values for them.
fn bind(reader: &mut Reader, table: &Table, heads: &[Head]) {
    let column = |names: &[&str]| heads.iter().position(|head| names.contains(&&*head.name));
    let symbol = column(&["symbol", "variable", "parameter", "quantity", "notation"]);
    let Some((symbol, value)) = symbol.zip(column(&["value", "default", "setting"])) else {
        return;
    };
    let unit = column(&["unit", "units"]);
    for row in &table.rows {
        let (Some(name), Some(piece)) = (row.cells.get(symbol), row.cells.get(value)) else {
            continue;
        };
        let [object] = &*name.objects else { continue };
        let notation = match object.what {
            What::Math => Notation::Latex,
            What::Code => Notation::Text,
            What::Other => continue,
        };
        let unit = unit.and_then(|unit| row.cells.get(unit)).map(plain);
        let unit = unit.unwrap_or_else(|| heads[value].unit.clone());
        let source = &reader.page.text[object.inner.clone()];
        let Some(mut chain) = chains(source, notation).pop() else {
            continue;
        };
        // The number may be set as math.
        let number = match &*piece.objects {
            [object] if object.what == What::Math => {
                let inner = &reader.page.text[object.inner.clone()];
                chains(inner, Notation::Latex)
                    .pop()
                    .and_then(|mut chain| chain.sides.pop())
            }
            _ => cell(piece, &unit).map(|cell| cell.side),
        };
        if let Some(number) = number {
            chain.sides.truncate(1);
            chain.sides.push(number);
            chain.relations = [Relation::Equal].into();
            reader.learn(&chain);
        }
    }
}

/// Computes the column that a comment declares.
fn column(reader: &mut Reader, table: &Table, heads: &[Head], formula: &str, range: &Range<usize>) {
    let named = |name: &str| {
        let name = name.trim().to_lowercase();
        heads.iter().position(|head| head.name == name)
    };
    let declared = formula.split_once('=').and_then(|(name, expression)| {
        let side = chains(expression, Notation::Text).pop()?.sides.pop()?;
        Some((named(name)?, side))
    });
    let Some((target, expression)) = declared else {
        let message = format!("no column is declared by `{}`: {NAMES}", formula.trim());
        return reader.complain(message, range.clone());
    };
    let reading = with_units();
    let Some(written) = expression.written(reading) else {
        let message = format!("the formula `{}` cannot be read", formula.trim());
        return reader.complain(message, range.clone());
    };
    let mut operands = Vec::new();
    for symbol in &written.symbols {
        match named(symbol).or_else(|| named(&symbol.replace('_', " "))) {
            Some(column) => operands.push((symbol.clone(), column)),
            None => {
                let message = format!("`{symbol}` is the name of no column: {NAMES}");
                return reader.complain(message, range.clone());
            }
        }
    }
    let page_symbols = std::mem::take(&mut reader.symbols);
    for row in &table.rows {
        let is_total = row.cells.first().is_some_and(is_total);
        let Some(result) = row.cells.get(target).filter(|_| !is_total) else {
            continue;
        };
        let Some(result) = cell(result, &heads[target].unit).or_else(|| cell(result, "")) else {
            continue;
        };
        reader.symbols = Symbols::default();
        let bound = operands.iter().all(|(symbol, column)| {
            let operand = row.cells.get(*column);
            let unit = &heads[*column].unit;
            let operand = operand.and_then(|piece| cell(piece, unit).or_else(|| cell(piece, "")));
            let Some(operand) = operand else { return false };
            reader.bind(symbol.clone(), &operand.side)
        });
        if !bound {
            continue;
        }
        if let Some(judged) = reader.pair(&expression, &result.side, result.is_about) {
            reader.report(judged, None, row.range.clone());
        }
    }
    reader.symbols = page_symbols;
}

const NAMES: &str =
    "the names are the heads of the columns in lower case, without what stands in parentheses";

fn is_total(piece: &Piece) -> bool {
    let text = plain(piece).to_lowercase();
    matches!(
        text.trim_matches([':', '*', ' ']),
        "total" | "sum" | "totals"
    )
}

/// How far a total may be off and still be meant as one: an average is at most half.
const MOST_TIMES: f64 = 1.9;

/// Adds up the columns above a last row called Total.
fn total(reader: &mut Reader, table: &Table, heads: &[Head]) {
    let Some((last, rows)) = table.rows.split_last() else {
        return;
    };
    let is_total_row = last.cells.first().is_some_and(is_total);
    // One row has nothing to add up.
    if !is_total_row || rows.len() < 2 {
        return;
    }
    for (column, piece) in last.cells.iter().enumerate().skip(1) {
        let unit = heads.get(column).map_or("", |head| &*head.unit);
        let read = |piece: &Piece| cell(piece, unit).or_else(|| cell(piece, ""));
        let Some(stated) = read(piece) else { continue };
        let cells = rows.iter().filter_map(|row| row.cells.get(column));
        let cells: Vec<&Piece> = cells.filter(|piece| !is_blank(piece)).collect();
        let summands: Vec<Side> = cells
            .iter()
            .filter_map(|piece| Some(read(piece)?.side))
            .collect();
        if summands.len() < cells.len() || summands.len() < 2 {
            continue;
        }
        let Some(judged) = reader.sum(&summands, &stated.side, stated.is_about) else {
            continue;
        };
        if judged.verdict == Verdict::Right || judged.times < MOST_TIMES {
            reader.report(judged, None, last.range.clone());
        }
    }
}

fn is_blank(piece: &Piece) -> bool {
    let text = plain(piece);
    text.is_empty() || matches!(&*text, "-" | "–" | "—" | "n/a")
}
