//! Rows of a terminal, in columns.

use std::format;
use std::string::String;
use std::vec::Vec;

/// Each row on a line, its cells below each other and two spaces apart.
pub(super) fn columns<const COUNT: usize>(indent: usize, rows: &[[String; COUNT]]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..COUNT).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths);
        let cells: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        let line = cells.join("  ");
        text.push_str(&format!("{:indent$}{}\n", "", line.trim_end()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_below_each_other() {
        let rows = [["a".into(), "5 µs".into()], ["bcd".into(), String::new()]];
        assert_eq!(columns(2, &rows), "  a    5 µs\n  bcd\n");
    }
}
