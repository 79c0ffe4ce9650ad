//! A page whose typed numbers are bound to the claims that print the same.

use std::collections::BTreeMap;
use std::format;
use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use super::binding::Unbound;
use super::book::Book;
use super::check;
use super::known::Known;
use super::place::Place;
use super::problem::Problem;
use super::source::{Page, Zone};

/// A typed number with the variable that takes its place.
#[derive(Clone, Debug)]
pub(in super::super) struct Fix {
    pub(in super::super) line: usize,
    pub(in super::super) column: usize,
    /// As it was typed.
    pub(in super::super) text: String,
    pub(in super::super) variable: String,
    range: Range<usize>,
}

/// A page that was rewritten.
#[derive(Debug)]
pub(in super::super) struct Fixed {
    /// By path below the book's folder.
    pub(super) page: String,
    pub(super) before: String,
    pub(super) after: String,
    pub(in super::super) fixes: Vec<Fix>,
}

/// The pages of a book with each number that one variable prints bound to it; a number in whose
/// place a variable would be a mistake stays.
pub(super) fn fixed(
    book: &mut Book,
    pages: &[(String, Vec<Unbound>)],
    known: &Known,
) -> Vec<Fixed> {
    let before = mistakes(book, known);
    let fixed = pages.iter().filter_map(|(name, unbound)| {
        let page = book.pages.get(name)?;
        let fixes = unbound.iter().filter_map(|it| fix(page, it));
        Some(Fixed {
            page: name.clone(),
            before: page.text.clone(),
            after: String::new(),
            fixes: fixes.collect(),
        })
    });
    let mut fixed: Vec<Fixed> = fixed.filter(|page| !page.fixes.is_empty()).collect();
    let mut inserted: Vec<Vec<Place>> = fixed.iter_mut().map(|it| it.rewrite(book)).collect();
    loop {
        let found = mistakes(book, known);
        let mut is_right = true;
        for (page, places) in fixed.iter_mut().zip(&mut inserted) {
            let of = |all: &Mistakes| all.get(&page.page).cloned().unwrap_or_default();
            let (found, before) = (of(&found), of(&before));
            if found.len() <= before.len() {
                continue;
            }
            is_right = false;
            // Which of the variables are mistakes where they stand?
            let count = page.fixes.len();
            let mut at = places.iter();
            page.fixes
                .retain(|_| at.next().is_some_and(|place| !found.contains(place)));
            if page.fixes.len() == count {
                // They have led to one elsewhere.
                page.fixes.clear();
            }
            *places = page.rewrite(book);
        }
        if is_right {
            fixed.retain(|page| !page.fixes.is_empty());
            return fixed;
        }
    }
}

/// By page.
type Mistakes = BTreeMap<String, Vec<Place>>;

fn mistakes(book: &Book, known: &Known) -> Mistakes {
    let mut mistakes = Mistakes::new();
    for Problem {
        file, line, column, ..
    } in check(book, known)
    {
        let page = book
            .pages
            .keys()
            .find(|name| book.folder.join(name) == file);
        if let Some(page) = page {
            let places = mistakes.entry(page.clone()).or_default();
            places.push(Place { line, column });
        }
    }
    mistakes
}

impl Fixed {
    /// Puts the page with its fixes into the book; the places of the variables.
    fn rewrite(&mut self, book: &mut Book) -> Vec<Place> {
        let (after, inserted) = rewritten(&self.before, &self.fixes);
        let page = Page::new(self.page.clone(), after.clone());
        let places = page.places(inserted.into_iter());
        self.after = after;
        book.pages.insert(self.page.clone(), page);
        places
    }
}

fn fix(page: &Page, unbound: &Unbound) -> Option<Fix> {
    let [name] = &*unbound.same else {
        return None;
    };
    let mut range = unbound.range.clone();
    // A title or a comment is not where a variable is surely expanded.
    if !matches!(page.zone(range.start), Zone::Prose | Zone::Math) {
        return None;
    }
    // `\$5`: the backslash goes with its sign.
    let is_escaped = page.text[..range.start].ends_with('\\');
    if is_escaped && page.text[range.start..].starts_with('$') {
        range.start -= 1;
    }
    Some(Fix {
        line: unbound.line,
        column: unbound.column,
        text: unbound.text.clone(),
        variable: name.clone(),
        range,
    })
}

/// The text with all that is fixed, and where each variable begins in it.
fn rewritten(text: &str, fixes: &[Fix]) -> (String, Vec<usize>) {
    let (mut rewritten, mut inserted, mut at) = (String::new(), Vec::new(), 0);
    for fix in fixes {
        rewritten.push_str(&text[at..fix.range.start]);
        inserted.push(rewritten.len());
        rewritten.push_str(&format!("{{{{< var {} >}}}}", fix.variable));
        at = fix.range.end;
    }
    rewritten.push_str(&text[at..]);
    (rewritten, inserted)
}
