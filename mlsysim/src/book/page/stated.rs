//! What the variables of a book print, to be found by a figure.

use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::number::Number;
use mlsysim_language::prose::quantities;

use super::known::Known;

/// The variables that print a whole quantity.
pub(in super::super) struct Stated {
    variables: Vec<(String, String, Option<Number>)>,
}

impl Stated {
    pub(in super::super) fn of(known: &Known) -> Stated {
        let names = known.variables.keys();
        let whole =
            names.filter(|name| known.variables.contains_key(&std::format!("{name}_value")));
        let variables = whole.filter_map(|name| {
            let text = plain(&known.text(name)?);
            let number = quantity(&text);
            Some((name.clone(), text, number))
        });
        Stated {
            variables: variables.collect(),
        }
    }

    /// The names of those that print the same as a text, the page's own chapter first.
    pub(super) fn same(&self, text: &str, page: &str) -> Vec<String> {
        let text = plain(text);
        let number = quantity(&text);
        let is_same = |printed: &String, other: &Option<Number>| {
            *printed == text || number.as_ref().zip(other.as_ref()).is_some_and(is_equal)
        };
        let same = self.variables.iter();
        let same = same.filter(|(_, printed, other)| is_same(printed, other));
        let mut names: Vec<String> = same.map(|(name, ..)| name.clone()).collect();
        let chapter = page.rsplit_once('.').map_or(page, |(chapter, _)| chapter);
        let chapter = chapter.replace('/', ".") + ".";
        names.sort_by_key(|name| !name.starts_with(&chapter));
        names
    }
}

/// Whether two texts are the same figure.
pub(super) fn says_same(text: &str, other: &str) -> bool {
    let (text, other) = (plain(text), plain(other));
    let numbers = quantity(&text).zip(quantity(&other));
    text == other || numbers.is_some_and(|(one, other)| is_equal((&one, &other)))
}

/// One value in one dimension, counting the same; `80 GB` is no `80.0 GB`.
fn is_equal((one, other): (&Number, &Number)) -> bool {
    let counts_alike = one.unit.nouns == other.unit.nouns;
    one.is_same_quantity(other) && counts_alike && one.text == other.text
}

/// A text that is one quantity, and nothing else.
fn quantity(text: &str) -> Option<Number> {
    let found = quantities(text).into_iter().next()?;
    (found.range == (0..text.len())).then_some(found.number)
}

/// With plain spaces, and without those at the ends.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\u{202f}', '\n'], " ");
    text.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_the_same_in_other_words() {
        assert!(says_same("5 h", "5\u{a0}hours"));
        assert!(says_same("80GB", "80 GB") && says_same("1024", "1,024"));
        assert!(!says_same("5 h", "300 min") && !says_same("5 h", "5 min"));
        assert!(!says_same("80.0 GB", "80 GB") && !says_same("5 GPUs", "5 tokens"));
        assert!(says_same("no number", "no number"));
    }
}
