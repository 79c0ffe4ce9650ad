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
}
