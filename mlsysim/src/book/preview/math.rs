//! LaTeX as MathML.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use pulldown_latex::config::DisplayMode;
use pulldown_latex::event::{Content, Event};
use pulldown_latex::{Parser, ParserError, RenderConfig, Storage, push_mathml};

use super::escape::escaped;

/// MathML for LaTeX; where that is not understood, the LaTeX and what is said of it.
pub(super) fn math(tex: &str, is_display: bool) -> String {
    mathml(tex, is_display).unwrap_or_else(|message| {
        let (tex, message) = (escaped(tex), escaped(&message));
        format!("<code>{tex}</code><span class=\"wrong\" role=\"note\">{message}</span>")
    })
}

/// MathML for LaTeX.
///
/// # Errors
/// What is wrong with the LaTeX, in a line.
pub(super) fn mathml(tex: &str, is_display: bool) -> Result<String, String> {
    let storage = Storage::new();
    // A percent sign begins a comment in TeX, and ends what is a line here.
    let read: Result<Vec<Event>, ParserError> = Parser::new(tex, &storage).collect();
    let events = read.map_err(|error| {
        let first = error.to_string();
        let first = first.lines().next().unwrap_or_default().to_string();
        format!("this math is not understood: {first}")
    })?;
    let display_mode = match is_display {
        true => DisplayMode::Block,
        false => DisplayMode::Inline,
    };
    let config = RenderConfig {
        display_mode,
        ..RenderConfig::default()
    };
    let events = events.into_iter().map(|event| match event {
        // The library writes `\ ` as the name of a character, and escapes the name.
        Event::Content(Content::Text("&nbsp;")) => Ok(Event::Content(Content::Text("\u{a0}"))),
        other => Ok::<_, ParserError>(other),
    });
    let mut html = String::new();
    push_mathml(&mut html, events, config).map_err(|error| error.to_string())?;
    Ok(with_signs(&html))
}

/// The library writes a sign of an order, and an `&`, as it stands, and a number apart at its
/// commas, where a browser would leave a gap.
fn with_signs(mathml: &str) -> String {
    let signs = [
        ("><<", ">&lt;<"),
        (">><", ">&gt;<"),
        (">&<", ">&amp;<"),
        ("</mn><mrow><mo>,</mo></mrow><mn>", ","),
    ];
    let html = mathml.replace("&nbsp;", "\u{a0}");
    signs
        .iter()
        .fold(html, |html, (from, to)| html.replace(from, to))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::super::super::page::{Document, Object};
    use super::super::events::Text;
    use super::*;

    #[test]
    fn signs_are_escaped_and_spaces_are_characters() {
        let html = mathml("1{,}234{,}567", false).unwrap();
        assert!(html.contains("<mn>1,234,567</mn>"), "{html}");
        let html = mathml(r"a < 5\ \text{h} > \text{a & b}", false).unwrap();
        assert!(html.contains(">&lt;<") && html.contains(">&gt;<"), "{html}");
        assert!(
            html.contains('\u{a0}') && html.contains("a &amp; b"),
            "{html}"
        );
        assert!(
            !html.contains("&nbsp;") && !html.contains("merror"),
            "{html}"
        );
    }

    #[test]
    fn what_is_no_math_is_shown_with_what_is_wrong() {
        for tex in [r"\frac{1}", r"\nosuch<b>", "{a", "a^{"] {
            let html = math(tex, true);
            assert!(
                html.contains("<code>") && html.contains("not understood"),
                "{html}"
            );
            assert!(!html.contains("<b>"), "{html}");
        }
    }

    /// Every `.qmd` below a folder.
    fn pages(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
        let pages = entries.flat_map(|path| match path.is_dir() {
            true => pages(&path),
            false => Vec::from([path]),
        });
        pages
            .filter(|path| path.extension().is_some_and(|end| end == "qmd"))
            .collect()
    }

    #[test]
    fn every_formula_and_derivation_of_the_book_is_understood() {
        let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../chapters/book/_generated");
        let mut count = 0;
        for page in pages(&book) {
            let document = Document::of_text(&fs::read_to_string(&page).unwrap());
            let text = Text::of(&document, &|_| None);
            for item in &document.items {
                if let Object::Math {
                    tex, is_display, ..
                } = &item.object
                {
                    let html = mathml(&text.tex(tex), *is_display);
                    let html = html.unwrap_or_else(|error| panic!("{}: {error}", page.display()));
                    assert!(!html.contains("merror"), "{}: {html}", page.display());
                    count += 1;
                }
            }
        }
        assert!(count > 300, "{count} of them");
    }
}
