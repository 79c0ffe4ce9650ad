//! Generated text holds only what a Latin font surely has.
//!
//! A PDF drops a character that its font lacks, and says nothing: `10¹⁹` was printed
//! as `10¹`. Powers of ten and relations are math, which has fonts of its own.

use std::fs;
use std::path::{Path, PathBuf};

fn book() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../chapters/book")
}

/// ASCII, Latin-1 (with `×`, `µ` and the no-break space), dashes and quotes.
fn is_safe(c: char) -> bool {
    if c == '\u{ad}' {
        // A hyphen that shows only where a line ends is no part of a number.
        return false;
    }
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{ff}' | '–' | '—' | '‘' | '’' | '“' | '”')
}

/// The lines of a text with what a Latin font may lack.
fn unsafe_lines(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        let mut lost: Vec<char> = line.chars().filter(|c| !is_safe(*c)).collect();
        lost.sort_unstable();
        lost.dedup();
        if !lost.is_empty() {
            let lost: String = lost
                .iter()
                .map(|c| c.escape_default().to_string() + " ")
                .collect();
            found.push(format!("{}: {lost}in: {line}", index + 1));
        }
    }
    found
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => files(&path, found),
            false => found.push(path),
        }
    }
}

#[test]
fn no_character_of_a_generated_file_is_lost_in_a_pdf() {
    let mut all = vec![book().join("_variables.yml")];
    files(&book().join("_generated"), &mut all);
    assert!(all.len() > 100, "the book has generated files");
    all.sort();
    let mut lost = Vec::new();
    for file in all {
        let text = fs::read_to_string(&file).expect("a text");
        let name = file.strip_prefix(book()).expect("a file of the book");
        let lines = unsafe_lines(&text).into_iter();
        lost.extend(lines.map(|line| format!("{}:{line}", name.display())));
    }
    let count = lost.len();
    lost.truncate(20);
    assert_eq!(
        count,
        0,
        "lines with such characters, first of all\n{}",
        lost.join("\n")
    );
}

#[test]
fn what_a_latin_font_lacks_is_told() {
    assert_eq!(
        unsafe_lines("a\n10¹⁹ B ≤ 5"),
        ["2: \\u{2079} \\u{2264} in: 10¹⁹ B ≤ 5"]
    );
    for lost in "⁰⁴⁵⁶⁷⁸⁹⁻≤≥≈≠−⋅\u{202f}\t\r\u{7f}\u{ad}".chars() {
        assert!(!is_safe(lost), "{}", lost.escape_default());
    }
    for kept in "aÄé ½²³µ×±–—“”‘’·%$".chars() {
        assert!(is_safe(kept), "{kept}");
    }
}
