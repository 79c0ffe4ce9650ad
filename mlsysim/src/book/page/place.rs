//! Where in a file a byte stands, as a person counts.

use std::vec::Vec;

/// Counted from one; the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Lines {
        let ends = text.match_indices('\n').map(|(end, _)| end + 1);
        Lines {
            starts: [0].into_iter().chain(ends).collect(),
        }
    }

    /// The place of a byte of the text; one inside of a character stands for that character.
    pub(super) fn place(&self, text: &str, offset: usize) -> Place {
        let offset = text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        // A byte order mark is no character that an editor shows.
        let shown = text[start..offset].trim_start_matches('\u{feff}');
        Place {
            line,
            column: shown.chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let text = "\u{feff}a\r\n\tÜ–x\n";
        let lines = Lines::of(text);
        let at = |sign: char| {
            let Place { line, column } = lines.place(text, text.find(sign).unwrap());
            (line, column)
        };
        assert_eq!(
            [at('a'), at('\t'), at('Ü'), at('x')],
            [(1, 1), (2, 1), (2, 2), (2, 4)]
        );
        assert_eq!(
            lines.place(text, text.len() + 9),
            Place { line: 3, column: 1 }
        );
    }
}
