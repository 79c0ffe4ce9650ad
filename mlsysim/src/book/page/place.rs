//! Where in a file a byte stands, as a person counts.

/// Counted from one; the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The place of a byte; one inside of a character stands for that character.
pub(super) fn place(text: &str, offset: usize) -> Place {
    let before = &text[..text.floor_char_boundary(offset)];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    // A byte order mark is no character that an editor shows.
    let shown = before[start..].trim_start_matches('\u{feff}');
    Place {
        line: before.matches('\n').count() + 1,
        column: shown.chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let text = "\u{feff}a\r\n\tÜ–x\n";
        let at = |sign: char| {
            let Place { line, column } = place(text, text.find(sign).unwrap());
            (line, column)
        };
        assert_eq!(
            [at('a'), at('\t'), at('Ü'), at('x')],
            [(1, 1), (2, 1), (2, 2), (2, 4)]
        );
        assert_eq!(place(text, text.len() + 9), Place { line: 3, column: 1 });
    }
}
