//! The HTML of what a mark stands for.

use std::collections::BTreeSet;
use std::format;
use std::string::{String, ToString};

use super::super::page::{Attributes, Object, Tex};
use super::address;
use super::escape::escaped;
use super::events::Text;
use super::inline::inline;
use super::links::Links;
use super::math::math;

/// The HTML of what stands within a line.
pub(super) fn html(
    object: &Object,
    text: &Text,
    links: &Links,
    asked: &mut BTreeSet<String>,
) -> String {
    match object {
        Object::Variable(name) => match (text.value)(name) {
            Some(value) => ask(name, &inline(&value), links, asked),
            None => format!("<code>{{{{&lt; var {} &gt;}}}}</code>", escaped(name)),
        },
        Object::Math {
            tex,
            is_display,
            label,
        } => {
            let latex = text.tex(tex);
            let mut html = math(&latex, *is_display);
            let mut names = tex.iter().filter_map(|part| match part {
                Tex::Variable(name) => Some(name),
                Tex::Text(_) => None,
            });
            // Of several the first is asked where the math stands, the others behind it.
            if let Some(first) = names.next() {
                html = ask(first, &html, links, asked);
            }
            for name in names {
                html.push_str(&ask_sign(name, links, asked));
            }
            match (is_display, label) {
                (false, _) => html,
                (true, label) => equation(&html, label.as_deref(), links),
            }
        }
        Object::Reference { name, is_bare } => reference(name, *is_bare, links),
        Object::Text(text) => format!("<code>{}</code>", escaped(text)),
        Object::Open(_)
        | Object::Close
        | Object::Division(_)
        | Object::Attributes(_)
        | Object::PageBreak => String::new(),
    }
}

/// A number that answers who asks it.
pub(super) fn ask(
    variable: &str,
    inner: &str,
    links: &Links,
    asked: &mut BTreeSet<String>,
) -> String {
    match opened(variable, links, asked) {
        Some(open) => format!("{open}{inner}</span>"),
        None => inner.to_string(),
    }
}

/// The tag that begins it; none where nothing stands behind the variable.
fn opened(variable: &str, links: &Links, asked: &mut BTreeSet<String>) -> Option<String> {
    let (name, card) = links.cards?.card(variable)?;
    let id = escaped(&name);
    asked.insert(name);
    let class = if card.is_broken { "ask broken" } else { "ask" };
    Some(format!(
        "<span class=\"{class}\" role=\"button\" tabindex=\"0\" data-ask=\"{id}\" \
         aria-haspopup=\"dialog\" aria-expanded=\"false\" aria-describedby=\"says-{id}\">"
    ))
}

/// A sign that answers, beside what is too large to be asked itself.
pub(super) fn ask_sign(variable: &str, links: &Links, asked: &mut BTreeSet<String>) -> String {
    let Some((name, card)) = links.cards.and_then(|cards| cards.card(variable)) else {
        return String::new();
    };
    let id = escaped(&name);
    asked.insert(name);
    let class = if card.is_broken {
        "ask-sign broken"
    } else {
        "ask-sign"
    };
    let sign = if card.is_broken { "✗" } else { "?" };
    format!(
        "<button type=\"button\" class=\"{class}\" data-ask=\"{id}\" aria-haspopup=\"dialog\" \
         aria-expanded=\"false\" aria-describedby=\"says-{id}\" \
         aria-label=\"Where this comes from\">{sign}</button>"
    )
}

/// An equation on a line of its own, with its number.
fn equation(math: &str, label: Option<&str>, links: &Links) -> String {
    let number = label.map_or(String::new(), |label| {
        let anchor = links.anchors.get(label);
        let number = anchor.map_or("", |anchor| anchor.label.number.as_str());
        format!(
            "<span class=\"equation-number\">({})</span>",
            escaped(number)
        )
    });
    let id = label.map_or(String::new(), |label| format!(" id=\"{}\"", escaped(label)));
    format!(
        "<span class=\"equation\"{id}><span class=\"scroll\" tabindex=\"0\" role=\"group\" \
         aria-label=\"Equation\">{math}</span>{number}</span>"
    )
}

fn reference(name: &str, is_bare: bool, links: &Links) -> String {
    let Some(anchor) = links.anchors.get(name) else {
        return format!("<code>@{}</code>", escaped(name));
    };
    let (word, number) = (anchor.label.word, escaped(&anchor.label.number));
    let words = match (is_bare, number.is_empty()) {
        (_, true) => word.to_string(),
        (true, false) => number,
        (false, false) => format!("{word}\u{a0}{number}"),
    };
    let target = format!("{}#{name}", anchor.address);
    let target = escaped(&address::link(links.address, &target));
    format!("<a class=\"reference\" href=\"{target}\">{words}</a>")
}

/// A span of text: the tags around it.
pub(super) fn span(
    attributes: &Attributes,
    links: &Links,
    asked: &mut BTreeSet<String>,
) -> (String, String) {
    let close = "</span>".to_string();
    if attributes.has("claim")
        && let Some(open) = attributes
            .value("id")
            .and_then(|name| opened(name, links, asked))
    {
        return (open, close);
    }
    let id = attributes.id.as_ref();
    let id = id.map_or(String::new(), |id| format!(" id=\"{}\"", escaped(id)));
    let class = escaped(&attributes.classes.join(" "));
    (format!("<span{id} class=\"{class}\">"), close)
}

/// What is wrong at a place.
pub(super) fn wrong(problems: &[String]) -> String {
    let mut html = String::new();
    for problem in problems {
        html.push_str(&format!(
            "<span class=\"wrong\" role=\"note\">{}</span>",
            escaped(problem)
        ));
    }
    html
}
