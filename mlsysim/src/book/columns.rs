//! Rows of a terminal, in columns.

use std::format;
use std::string::String;

use comfy_table::{ContentArrangement, Row, Table, presets};
use console::Term;

/// Each row on a line, its cells below each other and two spaces apart; on a terminal that is
/// narrower, long cells go on below themselves.
pub(super) fn columns<const COUNT: usize>(indent: usize, rows: &[[String; COUNT]]) -> String {
    let width = Term::stdout().size_checked().map(|(_, width)| width);
    in_width(indent, rows, width)
}

fn in_width<const COUNT: usize>(
    indent: usize,
    rows: &[[String; COUNT]],
    width: Option<u16>,
) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.add_rows(rows.iter().map(Row::from));
    if let Some(width) = width {
        let width = width.saturating_sub(u16::try_from(indent).unwrap_or(u16::MAX));
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(width);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let lines = table.lines();
    let lines = lines.map(|line| format!("{:indent$}{}", "", line.trim_end()));
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_below_each_other() {
        let rows = [["a".into(), "5 µs".into()], ["bcd".into(), String::new()]];
        assert_eq!(in_width(2, &rows, None), "  a    5 µs\n  bcd\n");
        assert_eq!(in_width::<2>(2, &[], None), "");
    }

    #[test]
    fn a_narrow_terminal_breaks_long_cells() {
        let rows = [["name".into(), "some words that are long".into()]];
        let text = in_width(2, &rows, Some(20));
        assert!(
            text.lines().all(|line| line.chars().count() <= 20),
            "{text}"
        );
        assert!(text.lines().count() > 1, "{text}");
    }
}
