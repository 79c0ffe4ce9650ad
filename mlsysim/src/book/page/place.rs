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

    /// The bytes of places that are in order: no character of a long line is counted twice.
    pub(super) fn offsets(&self, text: &str, places: impl Iterator<Item = Place>) -> Vec<usize> {
        let mut last = (Place { line: 0, column: 0 }, 0);
        let mut offset = |place: Place| {
            if place.line != last.0.line || place.column < last.0.column {
                let start = self.starts.get(place.line.saturating_sub(1));
                let start = start.copied().unwrap_or(text.len());
                let shown = text[start..].trim_start_matches('\u{feff}');
                let line = place.line;
                last = (Place { line, column: 1 }, text.len() - shown.len());
            }
            let ahead = text[last.1..].chars().take(place.column - last.0.column);
            last = (place, last.1 + ahead.map(char::len_utf8).sum::<usize>());
            last.1
        };
        places.map(&mut offset).collect()
    }

    /// The places of bytes that are in order: no character of a long line is counted twice.
    pub(super) fn places(&self, text: &str, offsets: impl Iterator<Item = usize>) -> Vec<Place> {
        let mut last = (0, Place { line: 0, column: 1 });
        let mut place = |offset: usize| {
            let line = self.starts.partition_point(|start| *start <= offset);
            if line != last.1.line || offset < last.0 {
                last = (offset, self.place(text, offset));
                return last.1;
            }
            let column = last.1.column + text[last.0..offset].chars().count();
            last = (offset, Place { line, column });
            last.1
        };
        offsets
            .map(|offset| place(text.floor_char_boundary(offset)))
            .collect()
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
        let signs = ['a', '\t', 'Ü', 'x'];
        let places = signs.map(|sign| lines.place(text, text.find(sign).unwrap()));
        let offsets = lines.offsets(text, places.into_iter());
        assert_eq!(offsets, signs.map(|sign| text.find(sign).unwrap()));
        assert_eq!(
            lines.place(text, text.len() + 9),
            Place { line: 3, column: 1 }
        );
    }
}
