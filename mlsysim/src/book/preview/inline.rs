//! Markdown within a line as HTML: values, sentences, titles. What is HTML in it is shown as it is
//! written.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use pulldown_cmark::{Event, Tag, TagEnd, html};

use super::super::page::{Document, Object, Piece, pieces};
use super::escape::escaped;
use super::events::Text;
use super::math::math;

/// What makes more of a text than itself.
const SIGNS: [char; 20] = [
    '\\', '$', '*', '_', '`', '[', ']', '<', '>', '&', '~', '^', '!', '@', '{', '"', '\'', '|',
    '#', '\n',
];

/// HTML for Markdown within a line.
pub(super) fn inline(markdown: &str) -> String {
    let has_signs = markdown.contains(SIGNS) || markdown.contains("--") || markdown.contains("...");
    if !has_signs && markdown.starts_with(char::is_alphabetic) {
        return markdown.into();
    }
    let document = Document::of_text(markdown);
    inline_text(&Text::of(&document, &|_| None))
}

/// The same for a text that may have variables.
pub(super) fn inline_text(text: &Text) -> String {
    let events = &text.events;
    let is_line = matches!(events.first(), Some(Event::Start(Tag::Paragraph)))
        && text.end_of_nested(0) == events.len() - 1;
    let inner = match is_line {
        true => &events[1..events.len() - 1],
        false => events,
    };
    let mut out: Vec<Event> = Vec::new();
    // Whether each link that is open leads anywhere: the documentation of code leads to other code.
    let mut links = Vec::new();
    for event in inner {
        match event {
            Event::Text(words) => out.extend(pieces(words).into_iter().map(|piece| match piece {
                Piece::Text(words) => Event::Text(words.to_string().into()),
                Piece::Item(item) => Event::InlineHtml(item_html(text, item).into()),
            })),
            Event::Html(html) | Event::InlineHtml(html) => {
                out.push(Event::InlineHtml(escaped(html).into()));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                links.push(is_address(dest_url));
                out.extend(is_address(dest_url).then(|| event.clone()));
            }
            Event::End(TagEnd::Link) => {
                out.extend(links.pop().unwrap_or(false).then(|| event.clone()));
            }
            other => out.push(other.clone()),
        }
    }
    let mut written = String::new();
    html::push_html(&mut written, out.into_iter());
    written.trim_matches(['\n', ' ']).into()
}

fn item_html(text: &Text, item: usize) -> String {
    match text.object(item) {
        Some(Object::Math { tex, .. }) => math(&text.tex(tex), false),
        Some(Object::Variable(name)) => match (text.value)(name) {
            Some(value) => inline(&value),
            None => format!("<code>{}</code>", escaped(name)),
        },
        _ => escaped(&text.plain_item(item)),
    }
}

fn is_address(link: &str) -> bool {
    link.starts_with("https://") || link.starts_with("http://")
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

    #[test]
    fn links_lead_to_addresses_and_not_to_code() {
        assert_eq!(
            inline("[`A`](super::a::A) of [*b*](other.html)"),
            "<code>A</code> of <em>b</em>"
        );
        assert_eq!(
            inline("[a](https://b.c/d)"),
            "<a href=\"https://b.c/d\">a</a>"
        );
        assert_eq!(inline("[a](javascript:b)"), "a");
    }
}
