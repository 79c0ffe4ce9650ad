//! Text for a LaTeX document, outside of math.

use alloc::format;
use alloc::string::String;

use super::signs::command;

/// Markdown of a value, `5 h` or `$10^{19}$ FLOP`, as LaTeX for prose; math in it stays what it
/// is.
///
/// ```
/// use mlsysim::viz::{markdown, tex::tex};
/// assert_eq!(tex(&markdown::quantity("5", "h")), "5~h");
/// assert_eq!(tex(&markdown::quantity("28,000", "$")), r"\$28,000");
/// assert_eq!(tex(&markdown::quantity("1e19", "FLOP")), "$10^{19}$~FLOP");
/// assert_eq!(tex(&markdown::quantity("45", "%")), r"45\%");
/// ```
pub fn tex(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown.chars();
    let mut in_math = false;
    while let Some(c) = rest.next() {
        match c {
            '$' => {
                in_math = !in_math;
                text.push(c);
            }
            c if in_math => text.push(c),
            '\\' => match rest.next() {
                Some(escaped) => push(&mut text, escaped),
                None => push(&mut text, c),
            },
            c => push(&mut text, c),
        }
    }
    text
}

fn push(text: &mut String, c: char) {
    let written = match c {
        '\u{a0}' => "~",
        '–' => "--",
        '—' => "---",
        '…' => r"\dots{}",
        '“' => "``",
        '”' => "''",
        '‘' => "`",
        '’' => "'",
        '×' => r"$\times$",
        'µ' => r"$\mu$",
        '·' => r"$\cdot$",
        '°' => r"$^{\circ}$",
        '~' => r"\textasciitilde{}",
        '^' => r"\textasciicircum{}",
        '\\' => r"\textbackslash{}",
        '<' | '>' | '|' => return text.push_str(&format!("${c}$")),
        '$' | '%' | '&' | '#' | '_' | '{' | '}' => {
            text.push('\\');
            return text.push(c);
        }
        c => {
            return match command(c) {
                Some(command) => text.push_str(&format!("${command}$")),
                None => text.push(c),
            };
        }
    };
    text.push_str(written);
}
