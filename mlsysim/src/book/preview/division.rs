//! Divisions of a page: callouts, and whatever else stands between `:::`.

use std::collections::BTreeSet;
use std::format;
use std::string::{String, ToString};

use super::super::page::Attributes;
use super::claims::GENERATED;
use super::escape::escaped;
use super::inline::inline;
use super::item::ask_sign;
use super::links::Links;

/// The HTML before and behind what stands in it.
pub(super) struct Division {
    pub(super) open: String,
    pub(super) close: String,
    /// Whether no author wrote what stands in it.
    pub(super) is_generated: bool,
}

/// The callouts of Quarto, and their titles.
const CALLOUTS: [(&str, &str); 5] = [
    ("callout-note", "Note"),
    ("callout-tip", "Tip"),
    ("callout-important", "Important"),
    ("callout-warning", "Warning"),
    ("callout-caution", "Caution"),
];

impl Division {
    /// `title` is the heading that a callout begins with, as HTML.
    pub(super) fn of(
        attributes: &Attributes,
        title: Option<String>,
        links: &Links,
        asked: &mut BTreeSet<String>,
    ) -> Division {
        let id = attributes.id.as_ref();
        let id = id.map_or(String::new(), |id| format!(" id=\"{}\"", escaped(id)));
        if attributes.has(GENERATED) {
            return Division {
                open: String::new(),
                close: String::new(),
                is_generated: true,
            };
        }
        if let (true, Some(name)) = (attributes.has("derivation"), attributes.value("claim")) {
            let claims = links.cards.map(|cards| cards.claims);
            let is_broken = claims.is_some_and(|claims| claims.report(name).is_some());
            let class = if is_broken {
                "derivation broken"
            } else {
                "derivation"
            };
            return Division {
                open: format!("\n<div class=\"{class}\">\n"),
                close: format!("{}</div>\n", ask_sign(name, links, asked)),
                is_generated: true,
            };
        }
        let mut callouts = CALLOUTS.iter();
        if let Some((class, word)) = callouts.find(|(class, _)| attributes.has(class)) {
            let own = attributes.value("title").map(inline);
            let title = own.or(title).unwrap_or_else(|| (*word).to_string());
            return Division {
                open: format!(
                    "\n<aside class=\"callout {class}\"{id}>\n<p class=\"callout-title\">{title}</p>\n"
                ),
                close: "</aside>\n".to_string(),
                is_generated: false,
            };
        }
        let hidden = if is_hidden(attributes) { " hidden" } else { "" };
        let class = escaped(&attributes.classes.join(" "));
        Division {
            open: format!("\n<div class=\"{class}\"{id}{hidden}>\n"),
            close: "</div>\n".to_string(),
            is_generated: false,
        }
    }
}

/// Whether Quarto shows it in other formats than HTML alone.
fn is_hidden(attributes: &Attributes) -> bool {
    let format = |key: &str| attributes.value(key).unwrap_or_default();
    let is_html = |format: &str| format.starts_with("html");
    let (when, unless) = (format("when-format"), format("unless-format"));
    match () {
        () if attributes.has("content-visible") => {
            !when.is_empty() && !is_html(when) || is_html(unless)
        }
        () if attributes.has("content-hidden") => {
            is_html(when) || !unless.is_empty() && !is_html(unless)
        }
        () => false,
    }
}
