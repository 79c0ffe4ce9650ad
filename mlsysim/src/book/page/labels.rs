//! What only the whole page or the whole book shows: labels of equations, files
//! that include themselves, and pages that Quarto does not expand.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::nearest::{nearest, suggestion};
use super::book::Book;
use super::known::Known;
use super::place::Place;
use super::problem::Problem;
use super::shortcode::What;
use super::source::{Page, Zone};

/// A place of a file.
#[derive(Clone, Copy)]
struct Spot<'a> {
    page: &'a Page,
    at: usize,
}

/// A page with all that it includes.
#[derive(Default)]
struct Whole<'a> {
    /// Each label, and where on the page it comes from.
    labels: Vec<(&'a str, Spot<'a>)>,
    /// The first shortcode that stands in math.
    in_math: Option<Spot<'a>>,
    /// Whether a shortcode other than `include` stands in the prose.
    is_expanded: bool,
    circles: Vec<(Spot<'a>, String)>,
}

/// The mistakes that no single file shows.
pub(super) fn problems(book: &Book, known: &Known) -> Vec<Problem> {
    let included: BTreeSet<String> = book
        .pages
        .values()
        .flat_map(|page| page.includes().map(move |include| (page, include.file)))
        .filter(|(page, file)| page.name != *file)
        .map(|(_, file)| file)
        .collect();
    let mut problems = Vec::new();
    let mut defined: BTreeMap<&str, Spot> = BTreeMap::new();
    let mut of_drafts: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for page in book.pages.values() {
        let whole = Whole::of(page, book, known);
        problems.extend(whole.circles.into_iter().map(|(spot, file)| {
            let message = format!("`{file}` includes itself: take this `include` out");
            spot.problem(book, message)
        }));
        if included.contains(&page.name) {
            continue;
        }
        if is_draft(&page.name) {
            let labels = whole.labels.iter().map(|(label, _)| *label);
            of_drafts.insert(&page.name, labels.collect());
            continue;
        }
        for (label, spot) in whole.labels {
            match defined.get(label) {
                Some(first) => problems.push(spot.problem(book, twice(label, *first))),
                None => {
                    defined.insert(label, spot);
                }
            }
        }
        if let Some(spot) = whole.in_math.filter(|_| !whole.is_expanded) {
            problems.push(spot.problem(book, ONLY_IN_MATH.to_string()));
        }
    }
    for page in book.pages.values() {
        let own = of_drafts.get(&*page.name);
        for reference in &page.inline.references {
            let label = &*reference.name;
            if !defined.contains_key(label) && !own.is_some_and(|own| own.contains(label)) {
                let at = reference.range.start;
                let message = undefined(label, known, defined.keys().copied());
                problems.push(Spot { page, at }.problem(book, message));
            }
        }
    }
    problems
}

pub(super) const ONLY_IN_MATH: &str = "Quarto expands the shortcodes of a page only if one of them stands \
                            outside of math: write this one without the dollar signs around it, \
                            a `_math` variable brings its own";

fn twice(label: &str, first: Spot) -> String {
    let Place { line, column } = first.page.place(first.at);
    let file = &first.page.name;
    format!(
        "the equation `{label}` stands at {file}:{line}:{column} already: \
         keep one of them, and refer to it with `@{label}`"
    )
}

fn undefined<'a>(label: &str, known: &'a Known, defined: impl Iterator<Item = &'a str>) -> String {
    if let Some(file) = known.file_of(label) {
        return format!(
            "no page has the equation `{label}`: write `{{{{< include /{file} >}}}}` \
             on a line of its own where it shall stand"
        );
    }
    let generated = known.includes.values().flatten().map(String::as_str);
    let nearest = nearest(label, defined.chain(generated)).map(|label| format!("@{label}"));
    format!("no page has the equation `{label}`{}", suggestion(nearest))
}

/// Quarto makes no page of these by themselves.
pub(super) fn is_draft(name: &str) -> bool {
    let is_hidden = name.split('/').any(|part| part.starts_with('_'));
    let file = name.rsplit('/').next().unwrap_or(name);
    is_hidden || file == "README.md" || !(file.ends_with(".qmd") || file.ends_with(".md"))
}

impl Spot<'_> {
    fn problem(self, book: &Book, message: String) -> Problem {
        book.problem(self.page, self.at, message)
    }
}

impl<'a> Whole<'a> {
    fn of(page: &'a Page, book: &'a Book, known: &'a Known) -> Whole<'a> {
        let mut whole = Whole::default();
        let mut visits = BTreeMap::new();
        whole.add(
            page,
            None,
            &mut [&*page.name].into(),
            &mut visits,
            book,
            known,
        );
        whole
    }

    /// Adds a file; `from` is the line of the page that brings it.
    fn add(
        &mut self,
        page: &'a Page,
        from: Option<Spot<'a>>,
        open: &mut Vec<&'a str>,
        visits: &mut BTreeMap<&'a str, usize>,
        book: &'a Book,
        known: &'a Known,
    ) {
        for label in &page.inline.labels {
            let own = Spot {
                page,
                at: label.range.start,
            };
            self.labels.push((&label.name, from.unwrap_or(own)));
        }
        for found in &page.shortcodes {
            let What::Shortcode(shortcode) = &found.what else {
                continue;
            };
            let at = found.range.start;
            match page.zone(at) {
                Zone::Math if self.in_math.is_none() => self.in_math = Some(Spot { page, at }),
                Zone::Prose => self.is_expanded |= shortcode.name != "include",
                Zone::Math | Zone::FrontMatter | Zone::Code | Zone::Verbatim => {}
            }
        }
        for include in page.includes().filter(|include| include.is_prose) {
            let here = Spot {
                page,
                at: include.at,
            };
            let spot = from.unwrap_or(here);
            if let Some(labels) = known.includes.get(&include.file) {
                let labels = labels.iter().map(|label| (&**label, spot));
                self.labels.extend(labels);
                continue;
            }
            let Some(part) = book.pages.get(&include.file) else {
                continue;
            };
            if open.contains(&&*part.name) {
                // Told once, at the file that closes the circle on itself.
                if open.first() == Some(&&*part.name) {
                    self.circles.push((here, part.name.clone()));
                }
                continue;
            }
            // The second time shows what stands there twice; more would only cost time.
            let count = visits.entry(&part.name).or_default();
            *count += 1;
            if *count <= 2 {
                open.push(&part.name);
                self.add(part, Some(spot), open, visits, book, known);
                open.pop();
            }
        }
    }
}
