//! Shortcodes that name what does not exist.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::nearest::distance;

use super::super::nearest::{nearest, suggestion};
use super::super::output::GENERATED;
use super::book::Book;
use super::known::Known;
use super::path::resolved;
use super::shortcode::Shortcode;

/// The shortcodes of Quarto 1.10.
const QUARTO: [&str; 13] = [
    "brand",
    "contents",
    "embed",
    "env",
    "include",
    "kbd",
    "lipsum",
    "meta",
    "pagebreak",
    "placeholder",
    "var",
    "version",
    "video",
];

/// What is wrong with a shortcode of a page, wherever it stands.
pub(super) fn wrong(
    shortcode: &Shortcode,
    page: &str,
    book: &Book,
    known: &Known,
) -> Option<String> {
    match (&*shortcode.name, &*shortcode.arguments) {
        ("var", [name]) => unknown_variable(name, known),
        ("var", _) => Some("`var` takes one name: `{{< var vol1.chapter.name >}}`".into()),
        ("include", [_]) if !shortcode.alone => {
            Some("an `include` stands alone on its line".into())
        }
        ("include", [path]) => unknown_include(path, page, book, known),
        ("include", _) => {
            Some("`include` takes one path: `{{< include /_generated/errata.qmd >}}`".into())
        }
        (name, _) if QUARTO.contains(&name) || book.extensions.defines(name) => None,
        (name, arguments) => unknown_shortcode(name, arguments, known),
    }
}

fn unknown_variable(name: &str, known: &Known) -> Option<String> {
    if known.variables.contains_key(name) {
        return None;
    }
    let branch = format!("{name}.");
    let mut names = known.variables.keys();
    if names.any(|variable| variable.starts_with(&branch)) {
        return Some(format!(
            "`{name}` is a chapter or a volume, and has no text of its own"
        ));
    }
    if let Some(blocks) = known.blocks_of(name) {
        return Some(format!(
            "`{name}` is a `let` of {blocks} blocks of its chapter, so it has no variable: \
             rename the one that is meant, or make a claim of it"
        ));
    }
    Some(format!(
        "unknown variable `{name}`{}",
        suggestion(known.nearest(name))
    ))
}

fn unknown_include(path: &str, page: &str, book: &Book, known: &Known) -> Option<String> {
    let Some(file) = resolved(page, path) else {
        return Some(format!("`{path}` lies outside of the book's folder"));
    };
    if known.includes.contains_key(&file) {
        return None;
    }
    // What the last run generated and this one does not is about to be removed.
    let is_stale = file.starts_with(&format!("{GENERATED}/"));
    if !is_stale && book.pages.contains_key(&file) {
        return None;
    }
    let nearest = nearest(&file, known.includes.keys().map(String::as_str));
    Some(format!(
        "there is no file `{path}` to include{}",
        suggestion(nearest.map(|file| format!("/{file}")))
    ))
}

/// Another's shortcode is none of ours, unless it can only be a slip of `var` or `include`.
fn unknown_shortcode(name: &str, arguments: &[String], known: &Known) -> Option<String> {
    let names_variable =
        matches!(arguments, [only] if only.contains('.') && known.variables.contains_key(only));
    let meant = match () {
        () if is_slip(name, "include") => "include",
        () if names_variable || is_slip(name, "var") => "var",
        () => return None,
    };
    Some(format!(
        "unknown shortcode `{name}`; the nearest is `{meant}`"
    ))
}

/// Whether one slip of the fingers, or two in a long word, makes one name of the other.
fn is_slip(name: &str, meant: &str) -> bool {
    let name = name.to_lowercase();
    let is_longer = name.strip_prefix(meant).is_some_and(|rest| {
        rest.chars().all(|c| !c.is_alphanumeric()) || matches!(rest, "s" | "iable" | "iables")
    });
    // A name may be a whole page; nothing that long is a slip of either.
    let letters: Vec<char> = name.chars().take(64).collect();
    is_longer || distance(&letters, meant) <= meant.len() / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_other_names() {
        for name in [
            "varr", "va", "Var", "vra", "vars", "variable", "var:", "bar",
        ] {
            assert!(is_slip(name, "var"), "{name}");
        }
        for name in ["inlcude", "Include", "includes", "inclde", "incude"] {
            assert!(is_slip(name, "include"), "{name}");
        }
        for name in [
            "fa",
            "iconify",
            "bi",
            "now",
            "v",
            "variant-picker",
            "listing",
        ] {
            assert!(!is_slip(name, "var") && !is_slip(name, "include"), "{name}");
        }
    }
}
