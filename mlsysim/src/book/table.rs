//! A Markdown table whose columns are as wide as what stands in them.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// About as many characters as a printed line holds.
const LINE: usize = 80;

/// The rows below the heads, each cell as Markdown.
pub(super) struct Table<const COLUMNS: usize> {
    heads: [(&'static str, Side); COLUMNS],
    rows: Vec<[String; COLUMNS]>,
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    pub(super) fn new(heads: [(&'static str, Side); COLUMNS]) -> Self {
        Table {
            heads,
            rows: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, row: [String; COLUMNS]) {
        self.rows.push(row);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Once a row is longer than a line, Pandoc takes the dashes for the shares of the columns.
    pub(super) fn text(&self) -> String {
        let heads = self.heads.map(|(head, _)| head.to_string());
        let rules = self.widths();
        let rules = self.heads.iter().zip(rules).map(|((_, side), width)| {
            let dashes = "-".repeat(width);
            match side {
                Side::Left => format!(":{dashes}-"),
                Side::Right => format!("-{dashes}:"),
            }
        });
        let mut text = line(&heads);
        text.push_str(&format!("|{}|\n", rules.collect::<Vec<_>>().join("|")));
        for row in &self.rows {
            text.push_str(&line(row));
        }
        text
    }

    /// As wide as the cells are on average, but no wider together than a line while each column
    /// has the room for its longest word.
    fn widths(&self) -> [usize; COLUMNS] {
        let mut words = self.heads.map(|(head, _)| longest_word(head));
        let mut spare = [0; COLUMNS];
        for column in 0..COLUMNS {
            let cells = self.rows.iter().map(|row| row[column].as_str());
            let all: usize = cells.clone().map(visible).sum();
            let average = all.div_ceil(self.rows.len().max(1));
            let word = cells.map(longest_word).max().unwrap_or(0);
            words[column] = word.max(words[column]);
            spare[column] = average.saturating_sub(words[column]);
        }
        let wanted: usize = spare.iter().sum();
        let left = LINE.saturating_sub(words.iter().sum()).min(wanted);
        for (width, spare) in words.iter_mut().zip(spare) {
            *width += (spare * left).div_ceil(wanted.max(1));
        }
        words
    }
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| one_cell(cell)).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// Markdown as it may stand in a table; what is escaped already stays so.
fn one_cell(text: &str) -> String {
    let mut cell = String::new();
    let mut escaped = false;
    for c in text.chars() {
        if c == '|' && !escaped {
            cell.push('\\');
        }
        escaped = c == '\\' && !escaped;
        cell.push(if c == '\n' { ' ' } else { c });
    }
    cell
}

/// The longest piece that no line break divides.
fn longest_word(markdown: &str) -> usize {
    markdown.split(' ').map(visible).max().unwrap_or(0)
}

/// About how many characters a reader sees.
fn visible(markdown: &str) -> usize {
    let mut count = 0;
    let mut rest = markdown.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '$' | '{' | '}' | '^' | '`' => {}
            '\\' => {
                count += 1;
                let is_command = rest.next().is_some_and(|c| c.is_ascii_alphabetic());
                while is_command && rest.next_if(char::is_ascii_alphabetic).is_some() {}
            }
            _ => count += 1,
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_content() {
        let mut table = Table::new([("Claim", Side::Left), ("Stated", Side::Right)]);
        table.add(["A sentence of some length.".into(), "5\u{a0}h".into()]);
        table.add(["Short.".into(), "$10^{19}$\u{a0}FLOP".into()]);
        assert_eq!(
            table.text(),
            "| Claim | Stated |\n|:-----------------|----------:|\n\
             | A sentence of some length. | 5\u{a0}h |\n| Short. | $10^{19}$\u{a0}FLOP |\n"
        );
    }

    #[test]
    fn a_long_sentence_leaves_the_room_for_long_words() {
        let mut table = Table::new([("Claim", Side::Left), ("Stated", Side::Right)]);
        let stated = "35.3\u{a0}household-months".to_string();
        table.add(["word ".repeat(40), stated]);
        assert_eq!(table.widths(), [LINE - 21, 21]);
    }

    #[test]
    fn a_bar_does_not_end_its_cell() {
        assert_eq!(one_cell(r"a | b \| c"), r"a \| b \| c");
    }

    #[test]
    fn what_is_not_seen_is_not_counted() {
        assert_eq!(visible(r"\$5"), 2);
        assert_eq!(visible(r"$8.40 \times 10^{23}$"), 11);
        assert_eq!(longest_word("5\u{a0}h and 10\u{a0}min"), 6);
    }
}
