//! What the numbers of a page are held to.

use std::cmp::Reverse;
use std::format;
use std::ops::Range;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_prose::{Kind, What as NumberWhat};

use super::super::nearest::suggestion;
use super::known::Known;
use super::numbers::page_numbers;
use super::place::Place;
use super::problem::Problem;
use super::shortcode::What;
use super::source::{Page, Zone};
use super::span::{Mark, Span, spans};
use super::stated::Stated;

/// What the numbers of a page are held to.
#[derive(Debug, Default)]
pub(in super::super) struct Bindings {
    /// How many are inserted, or marked as the figure of a claim.
    pub(in super::super) bound: usize,
    /// How many need no claim.
    pub(in super::super) exempt: usize,
    /// How many the baseline excuses.
    pub(in super::super) listed: usize,
    pub(in super::super) unbound: Vec<Unbound>,
    /// Marks that do not say what their claim says.
    pub(in super::super) problems: Vec<Problem>,
}

/// A quantity that no claim stands behind.
#[derive(Debug)]
pub(in super::super) struct Unbound {
    pub(in super::super) line: usize,
    pub(in super::super) column: usize,
    /// The bytes that it stands on.
    pub(in super::super) range: Range<usize>,
    pub(in super::super) text: String,
    /// The variables that print the same, those of the page's own chapter first.
    pub(in super::super) same: Vec<String>,
}

/// The bindings of a page that stands in `folder`.
pub(super) fn bindings(page: &Page, folder: &Path, known: &Known, stated: &Stated) -> Bindings {
    let mut bindings = Bindings {
        bound: inserted(page),
        problems: wrong_marks(page, folder, known, stated),
        ..Bindings::default()
    };
    let spans = spans(page);
    let is_claim = |span: &&Span| matches!(span.mark, Mark::Claim(_));
    bindings.bound += spans.iter().filter(is_claim).count() - bindings.problems.len();
    let numbers = page_numbers(page);
    let places = page.places(numbers.iter().map(|number| number.range.start));
    let mut later: Vec<&Span> = spans.iter().collect();
    later.sort_by_key(|span| Reverse(span.text.start));
    // Those that are open at a number, the innermost last.
    let mut open: Vec<&Span> = Vec::new();
    for (number, Place { line, column }) in numbers.iter().zip(places) {
        let start = number.range.start;
        while let Some(span) = later.pop_if(|span| span.text.start <= start) {
            close(&mut open, span.text.start);
            open.push(span);
        }
        close(&mut open, start);
        let mut around = open.iter().rev();
        let mark = around.find(|span| number.range.end <= span.text.end);
        match (number.what, mark.map(|span| &span.mark)) {
            // No reader sees an attribute.
            (_, Some(Mark::Claim(_))) | (NumberWhat::Exempt(Kind::Attribute), _) => {}
            (NumberWhat::Exempt(_), _) | (_, Some(Mark::Exempt)) => bindings.exempt += 1,
            (NumberWhat::Quantity, None) => {
                let text = &page.text[number.range.clone()];
                let is_math = is_math(page, start);
                let mut same = stated.same(&stated.figure(text, is_math), &page.name);
                if is_math {
                    same = same.iter().filter_map(|name| known.math(name)).collect();
                }
                bindings.unbound.push(Unbound {
                    line,
                    column,
                    range: number.range.clone(),
                    same,
                    text: text.to_string(),
                });
            }
        }
    }
    bindings
}

/// The marks of a page that do not say what their claim says.
pub(super) fn wrong_marks(
    page: &Page,
    folder: &Path,
    known: &Known,
    stated: &Stated,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for span in spans(page) {
        let Mark::Claim(name) = &span.mark else {
            continue;
        };
        let message = wrong_mark(page, span.text.clone(), name, known, stated);
        problems.extend(message.map(|message| {
            let Place { line, column } = page.place(span.text.start);
            Problem {
                file: folder.join(&page.name),
                line,
                column,
                message,
            }
        }));
    }
    problems
}

/// Drops the spans that end before a place; of those around each other the inner one ends first.
fn close(open: &mut Vec<&Span>, at: usize) {
    while open.pop_if(|span| span.text.end <= at).is_some() {}
}

/// How many variables the page prints.
fn inserted(page: &Page) -> usize {
    let shortcodes = page.shortcodes.iter();
    let printed = shortcodes.filter(|found| match &found.what {
        What::Shortcode(shortcode) => {
            shortcode.name == "var" && page.zone(found.range.start) != Zone::Verbatim
        }
        What::Escape | What::Malformed(_) => false,
    });
    printed.count()
}

fn is_math(page: &Page, at: usize) -> bool {
    page.zone(at) == Zone::Math
}

/// Why a text is not the figure of the claim that it is marked with.
fn wrong_mark(
    page: &Page,
    range: Range<usize>,
    name: &str,
    known: &Known,
    stated: &Stated,
) -> Option<String> {
    let text = &page.text[range.clone()];
    let Some(printed) = known.text(name) else {
        let near = suggestion(known.nearest(name));
        return Some(match name {
            "" => "the mark names no claim: `[5 h]{.claim id=chapter.name}`".into(),
            _ => format!("the mark names `{name}`, which is no variable{near}"),
        });
    };
    // All of the mark may be math: `[$5\,\text{h}$]{.claim id=…}`.
    let math = text
        .strip_prefix('$')
        .and_then(|text| text.strip_suffix('$'));
    let figure = match math.filter(|_| is_math(page, range.start)) {
        Some(math) => stated.figure(math, true),
        None => stated.figure(text, false),
    };
    let says_same = stated.printed(&printed).says_same(&figure);
    (!says_same).then(|| format!("`{text}` is marked as `{name}`, which prints {printed}"))
}
