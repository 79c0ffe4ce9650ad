//! Markdown within a line as HTML: values, sentences, titles.

use std::string::String;

use super::super::page::Document;
use super::events::Text;
use super::render::{Links, Renderer};

/// What makes more of a text than itself.
const SIGNS: [char; 20] = [
    '\\', '$', '*', '_', '`', '[', ']', '<', '>', '&', '~', '^', '!', '@', '{', '"', '\'', '|',
    '#', '\n',
];

/// HTML for Markdown within a line, in which nothing can be asked.
pub(super) fn inline(markdown: &str) -> String {
    let is_plain =
        !markdown.contains(SIGNS) && !markdown.contains("--") && !markdown.contains("...");
    if is_plain && markdown.starts_with(char::is_alphabetic) {
        return markdown.into();
    }
    let document = Document::of_text(markdown);
    let text = Text::of(&document, &|_| None);
    let html = Renderer::new(&text, &Links::none()).within_line();
    html.trim().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_paragraph() {
        assert_eq!(inline("5\u{a0}h"), "5\u{a0}h");
        assert_eq!(inline(r"\$5 & *a* <b>"), "$5 &amp; <em>a</em> &lt;b&gt;");
        let script = inline("<script>alert(1)</script>");
        assert!(!script.contains('<'), "{script}");
        assert_eq!(inline("3 < 4 \"a\""), "3 &lt; 4 “a”");
        let html = inline("$10^{19}$\u{a0}FLOP");
        assert!(
            html.starts_with("<math") && html.ends_with("</math>\u{a0}FLOP"),
            "{html}"
        );
        assert_eq!(inline(r"5\. h"), "5. h");
    }
}
