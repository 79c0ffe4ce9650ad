//! Text as HTML.

use std::string::String;

/// A text that stands for itself, between tags and in the quotes of an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_tag_or_ends_an_attribute() {
        let html = "&lt;script a=&quot;b&quot; c=&#39;d&#39;&gt; &amp;amp;";
        assert_eq!(escaped("<script a=\"b\" c='d'> &amp;"), html);
    }
}
