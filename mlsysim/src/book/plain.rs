//! Generated Markdown as a terminal shows it.

use std::string::String;

/// Commands of the math that generated text has, and what a terminal shows for them.
const COMMANDS: [(&str, &str); 9] = [
    ("\\times", "×"),
    ("\\approx", "≈"),
    ("\\le", "<="),
    ("\\ge", ">="),
    ("\\cdot", "·"),
    ("\\sim", "~"),
    ("\\mu", "µ"),
    ("\\,", " "),
    ("\\text", ""),
];

/// Markdown without its escapes, with math in plain signs.
pub(super) fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    let mut in_math = false;
    while let Some(c) = rest.chars().next() {
        let command = COMMANDS.iter().filter(|_| in_math);
        let mut command = command.filter_map(|(command, sign)| {
            let after = rest.strip_prefix(command)?;
            Some((after.strip_prefix(' ').unwrap_or(after), sign))
        });
        if let Some((after, sign)) = command.next() {
            text.push_str(sign);
            rest = after;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match (c, rest.chars().next()) {
            ('\\', Some(sign)) if sign.is_ascii_punctuation() => {
                text.push(sign);
                rest = &rest[sign.len_utf8()..];
            }
            ('$', _) => in_math = !in_math,
            ('{' | '}', _) if in_math => {}
            ('\u{a0}', _) => text.push(' '),
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viz::markdown::{quantity, relation};

    #[test]
    fn what_is_generated_reads_in_a_terminal() {
        assert_eq!(plain(&quantity("28,000", "$")), "$28,000");
        assert_eq!(plain(&quantity("8.4e23", "FLOP")), "8.4 ×10^23 FLOP");
        assert_eq!(plain(&quantity("9.81", "m/s²")), "9.81 m/s²");
        assert_eq!(plain(&relation("<=")), "<=");
        assert_eq!(plain(r"a \* b\_c {x}"), "a * b_c {x}");
    }
}
