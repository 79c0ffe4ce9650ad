//! The pages that no author writes: formulas, constants, errata.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::chapter::{Chapter, Claim};
use super::super::includes::{formula_label, formula_text};
use super::super::page::Document;
use super::super::printed::Printed;
use super::super::reasons::{What, grounds};
use super::super::registry::Key;
use super::address::link;
use super::card::{source_html, words};
use super::claims::{Claims, GENERATED};
use super::escape::escaped;
use super::events::Text;
use super::inline::inline;
use super::item;
use super::layout::FORMULAS;
use super::links::Links;
use super::render::Renderer;
use super::subject::variable;
use crate::core::constants::{Constant, Figure};
use crate::viz::number::automatic;

/// What each constant and each formula is used by.
#[derive(Default)]
pub(super) struct Users<'a> {
    constants: BTreeMap<Key, Vec<Claim<'a>>>,
    formulas: BTreeMap<String, Vec<Claim<'a>>>,
}

impl<'a> Users<'a> {
    pub(super) fn of(claims: &'a Claims) -> Users<'a> {
        let mut users = Users::default();
        for claim in claims.edition.chapters.iter().flat_map(Chapter::claims) {
            for ground in grounds(claim.working, claim.statement, &claims.registry) {
                match ground.what {
                    What::Constant(place) => {
                        users.constants.entry(place.key()).or_default().push(claim);
                    }
                    What::Formula(formula) => {
                        users
                            .formulas
                            .entry(formula.path())
                            .or_default()
                            .push(claim);
                    }
                    What::Unknown => {}
                }
            }
        }
        users
    }
}

/// The claims that rest on something, each of which can be asked.
fn used_by(users: &[Claim], links: &Links, asked: &mut BTreeSet<String>) -> String {
    let users: Vec<String> = users
        .iter()
        .map(|claim| {
            let printed = inline(&Printed::statement(claim.statement).table);
            item::ask(&variable(claim), &printed, links, asked)
        })
        .collect();
    users.join("; ")
}

/// Every formula that a claim calls, with its number, its symbols, its source and its users.
pub(super) fn formulas(users: &Users, links: &Links, asked: &mut BTreeSet<String>) -> String {
    let Some(claims) = links.cards.map(|cards| cards.claims) else {
        return String::new();
    };
    let mut html = String::new();
    for formula in claims.formulas() {
        let label = formula_label(formula);
        // Here it stands once more: its own label is that of its place in the book.
        let text = formula_text(formula).replace(&format!(" {{#{label}}}"), "");
        let document = Document::of_text(&generated(&text));
        let text = Text::of(&document, &|_| None);
        let (body, _) = Renderer::new(&text, links).page(&[]);
        let name = escaped(&capital(&crate::viz::name::readable(formula.name)));
        let place = match links.anchors.get(&label) {
            Some(anchor) => {
                let target = link(FORMULAS.0, &format!("{}#{label}", anchor.address));
                let number = escaped(&anchor.label.number);
                format!(
                    "<a href=\"{}\">Equation\u{a0}{number}</a>",
                    escaped(&target)
                )
            }
            None => "on no page".to_string(),
        };
        let by = users.formulas.get(&formula.path());
        let by = by.map_or(String::new(), |users| used_by(users, links, asked));
        html.push_str(&format!(
            "<section class=\"formula\" id=\"{id}\"><h2>{name}</h2>\n\
             <p class=\"meta\"><code>{path}</code>, {place}</p>\n{body}\
             <p class=\"users\">Used for {by}</p></section>\n",
            id = escaped(formula.name),
            path = escaped(&formula.path()),
        ));
    }
    html
}

/// Every constant with its value and source: first those that the book rests on.
pub(super) fn constants(users: &Users, links: &Links, asked: &mut BTreeSet<String>) -> String {
    let Some(claims) = links.cards.map(|cards| cards.claims) else {
        return String::new();
    };
    let mut used = String::new();
    let mut others: Vec<(&str, String, usize)> = Vec::new();
    for constant in &claims.registry.constants {
        for figure in &constant.figures {
            match users.constants.get(&(constant.module, figure.path)) {
                Some(users) => {
                    let by = used_by(users, links, asked);
                    used.push_str(&row(constant, figure, Some(&by)));
                }
                None => {
                    let page = constant.page();
                    if others.last().is_none_or(|(name, ..)| *name != page) {
                        others.push((page, String::new(), 0));
                    }
                    if let Some((_, rows, count)) = others.last_mut() {
                        rows.push_str(&row(constant, figure, None));
                        *count += 1;
                    }
                }
            }
        }
    }
    let mut html = match used.is_empty() {
        true => "<p>No claim of the book rests on a constant.</p>\n".to_string(),
        false => table("Constants that the book rests on", &used, true),
    };
    html.push_str("<h2 id=\"others\">The other constants of the program</h2>\n");
    for (page, rows, count) in others {
        let name = escaped(page);
        html.push_str(&format!(
            "<details><summary><code>{name}</code> ({count})</summary>\n{}</details>\n",
            table(page, &rows, false)
        ));
    }
    html
}

fn table(label: &str, rows: &str, has_users: bool) -> String {
    let users = if has_users {
        "<th scope=\"col\">Used for</th>"
    } else {
        ""
    };
    format!(
        "<figure class=\"table\"><div class=\"scroll\" role=\"group\" tabindex=\"0\" \
         aria-label=\"{}\"><table class=\"constants\"><thead><tr><th scope=\"col\">Constant</th>\
         <th scope=\"col\" class=\"right\">Value</th><th scope=\"col\">Source</th>{users}</tr></thead>\n\
         <tbody>\n{rows}</tbody></table></div></figure>\n",
        escaped(label)
    )
}

fn row(constant: &Constant, figure: &Figure, users: Option<&str>) -> String {
    let users = users.map_or(String::new(), |users| format!("<td>{users}</td>"));
    let words = words(constant);
    format!(
        "<tr id=\"{id}\"><th scope=\"row\"><code>{path}</code><br><small>{words}</small></th>\
         <td class=\"right\">{value}</td><td>{source}</td>{users}</tr>\n",
        id = escaped(&format!("{}::{}", constant.page(), figure.path)),
        path = breakable(figure.path),
        value = value(figure),
        source = source_html(constant.source.as_ref()),
    )
}

/// With a capital at its start, as titles have.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A path that may be broken behind its dots.
fn breakable(path: &str) -> String {
    let path = escaped(path).replace("::", "::<wbr>");
    path.replace('.', ".<wbr>").replace('(', "<wbr>(")
}

/// As it is written where it is a number, else in the unit that reads best.
fn value(figure: &Figure) -> String {
    let Some(value) = figure.value else {
        return "not known".into();
    };
    let written = figure.expression;
    let is_number = written.starts_with(|c: char| c.is_ascii_digit() || c == '$');
    if figure.unit.is_some() && is_number {
        let written = escaped(&written.replace('_', ","));
        return written.replace(' ', "\u{a0}");
    }
    let (number, unit) = automatic(value);
    inline(&Printed::number(&number, &unit).text)
}

/// Text that no author of a page wrote, as such.
fn generated(text: &str) -> String {
    format!("::: {{.{GENERATED}}}\n\n{text}\n:::\n")
}

/// The wrong figures of the printed edition; what is right can be asked.
pub(super) fn errata(_: &Users, links: &Links, asked: &mut BTreeSet<String>) -> String {
    let text = links
        .cards
        .and_then(|cards| cards.claims.errata())
        .unwrap_or_default();
    let document = Document::of_text(&generated(&text));
    let text = Text::of(&document, &|_| None);
    let (html, own) = Renderer::new(&text, links).page(&[]);
    asked.extend(own);
    html
}
