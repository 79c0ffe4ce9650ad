//! What the book generates reads as it is meant to, in HTML and in the fonts of a PDF.

use std::fs;
use std::path::{Path, PathBuf};

use mlsysim::viz::markdown::{escape, quantity};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_yaml_ng::Value;

/// Every file that a run of the book writes.
fn generated() -> Vec<PathBuf> {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../chapters/book");
    let mut found = vec![book.join("_variables.yml")];
    let mut open = vec![book.join("_generated")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found
}

/// What the fonts of Western Europe have; no raised digit but these three, and no ≤.
fn is_in_every_font(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{ff}' | '–' | '—' | '‘' | '’' | '“' | '”')
}

#[test]
fn every_character_is_in_every_font() {
    let files = generated();
    assert!(files.len() > 100, "{}", files.len());
    for file in files {
        let text = fs::read_to_string(&file).expect("it is text");
        for line in text.lines() {
            let other: String = line.chars().filter(|c| !is_in_every_font(*c)).collect();
            assert_eq!(other, "", "{}: {line}", file.display());
        }
    }
}

/// The text of a single paragraph without anything in it but text and math.
fn paragraph(markdown: &str) -> String {
    let options = Options::ENABLE_MATH
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_SUBSCRIPT;
    let mut text = String::new();
    for (number, event) in Parser::new_ext(markdown, options).enumerate() {
        match event {
            Event::Start(Tag::Paragraph) if number == 0 => {}
            Event::End(TagEnd::Paragraph) => {}
            Event::Text(piece) => text.push_str(&piece),
            Event::InlineMath(piece) => text.push_str(&format!("${piece}$")),
            other => panic!("`{markdown}` has {other:?}"),
        }
    }
    text
}

/// Every variable of the book, by its name.
fn variables() -> Vec<(String, String)> {
    let file = &generated()[0];
    let text = fs::read_to_string(file).expect("the variables");
    let mut open = vec![(
        String::new(),
        serde_yaml_ng::from_str::<Value>(&text).expect("YAML"),
    )];
    let mut found = Vec::new();
    while let Some((name, value)) = open.pop() {
        match value {
            Value::Mapping(map) => {
                for (key, value) in map {
                    open.push((format!("{name}.{}", key.as_str().expect("a name")), value));
                }
            }
            Value::String(text) => found.push((name, text)),
            other => panic!("{name} is no plain text: {other:?}"),
        }
    }
    found
}

#[test]
fn every_variable_is_a_line_of_text_and_math() {
    let variables = variables();
    assert!(variables.len() > 500, "{}", variables.len());
    for (name, text) in variables {
        let seen = paragraph(&text);
        match name.ends_with("_math") {
            true => assert_eq!(
                seen.matches('$').count(),
                2 + seen.matches(r"\$").count(),
                "{name}: {seen}"
            ),
            // A dollar stands before a number or around math, and only there.
            false => assert!(!seen.contains("\n"), "{name}: {seen}"),
        }
        assert_eq!(seen.is_empty(), text.is_empty(), "{name}");
    }
}

#[test]
fn every_table_has_as_many_cells_as_heads() {
    let mut tables = 0;
    for file in generated() {
        let name = file.file_name().and_then(|name| name.to_str());
        if !matches!(name, Some("_claims.qmd" | "errata.qmd")) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("it is text");
        let lines: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        // A parser would fill up a short row and cut a long one, so the bars are counted here.
        let bars = |line: &&str| {
            let plain = line.replace(r"\\", "").replace(r"\|", "");
            plain.matches('|').count()
        };
        for line in &lines {
            assert_eq!(bars(line), bars(&lines[0]), "{}: {line}", file.display());
        }
        let options = Options::ENABLE_TABLES | Options::ENABLE_MATH;
        let mut rows = 0;
        for event in Parser::new_ext(&text, options) {
            match event {
                Event::Start(Tag::TableRow | Tag::TableHead) => rows += 1,
                Event::Start(Tag::List(_) | Tag::Heading { .. } | Tag::BlockQuote(_)) => {
                    panic!("{}: more than a table", file.display())
                }
                _ => {}
            }
        }
        // All but the line of dashes.
        assert_eq!(rows + 1, lines.len(), "{}", file.display());
        tables += 1;
    }
    assert_eq!(tables, 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn escaped_text_is_read_as_it_stands(text in "[ -~]{0,12}|[0-9a-c(]{0,3}[-.)+:=#>*_~@%$| ]{0,4}[a0]?") {
        // Spaces at the ends are no part of a value.
        prop_assert_eq!(paragraph(&escape(&text)), text.trim_matches(' '));
    }

    #[test]
    fn a_quantity_is_a_line_of_text_and_math(
        number in r"-?[1-9][0-9]{0,2}(,[0-9]{3}){0,2}(\.[0-9]{0,3})?(e-?[1-9][0-9]?)?",
        unit in "|h|\\$|\\$/GPU/h|%|×|m/s²|m/s\\^4|µs|GPU-hours/day|/year|billion tokens",
    ) {
        let text = paragraph(&quantity(&number, &unit));
        prop_assert!(text.chars().all(is_in_every_font), "{}", text);
        prop_assert!(!text.is_empty() && !text.contains(['\n', '⁰']), "{}", text);
        prop_assert_eq!(number.contains('e'), text.contains("10^{"), "{}", text);
        prop_assert!(!text.contains(". ") && !text.contains(".\u{a0}"), "{}", text);
        let broken = unit.chars().next().is_some_and(char::is_alphabetic) && !text.contains('\u{a0}');
        prop_assert!(!broken, "{}", text);
    }
}
