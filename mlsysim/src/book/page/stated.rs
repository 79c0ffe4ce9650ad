//! What the variables of a book print, to be found by a figure.

use std::collections::{BTreeMap, BTreeSet};
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::number::Number;
use mlsysim_language::units::own::OwnUnits;
use mlsysim_prose::{math_values, values};

use super::known::Known;
use crate::units::own::own_units;

/// The variables that print a whole quantity.
pub(in super::super) struct Stated {
    variables: Vec<(String, Figure)>,
    /// Which of them have a figure of these digits, or this text.
    places: BTreeMap<String, Vec<usize>>,
    own: OwnUnits,
}

/// A text of a page with what it says.
pub(super) struct Figure {
    text: String,
    /// The ends of a range, one otherwise; none where the text is more than a quantity.
    numbers: Vec<Number>,
}

impl Stated {
    pub(in super::super) fn of(known: &Known) -> Stated {
        let own: OwnUnits = own_units().into_iter().collect();
        let names = known.variables.keys();
        let whole =
            names.filter(|name| known.variables.contains_key(&std::format!("{name}_value")));
        let variables = whole.filter_map(|name| {
            let text = known.text(name)?;
            Some((name.clone(), printed(&text, &own)))
        });
        let variables: Vec<(String, Figure)> = variables.collect();
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, (_, figure)) in variables.iter().enumerate() {
            for key in figure.keys() {
                places.entry(key).or_default().push(place);
            }
        }
        Stated {
            variables,
            places,
            own,
        }
    }

    /// What stands on a page.
    pub(super) fn figure(&self, text: &str, is_math: bool) -> Figure {
        let text = plain(text);
        let numbers = match is_math {
            true => math_values(&text, &self.own),
            false => values(&text, &self.own),
        };
        Figure { text, numbers }
    }

    /// What a variable prints.
    pub(super) fn printed(&self, text: &str) -> Figure {
        printed(text, &self.own)
    }

    /// The names of those that print the same as a figure, the page's own chapter first.
    pub(super) fn same(&self, figure: &Figure, page: &str) -> Vec<String> {
        let keys = figure.keys().into_iter();
        let places = keys.filter_map(|key| self.places.get(&key)).flatten();
        let places: BTreeSet<usize> = places.copied().collect();
        let near = places.into_iter().map(|place| &self.variables[place]);
        let same = near.filter(|(_, printed)| printed.says_same(figure));
        let mut names: Vec<String> = same.map(|(name, ..)| name.clone()).collect();
        let chapter = page.rsplit_once('.').map_or(page, |(chapter, _)| chapter);
        let chapter = chapter.replace('/', ".") + ".";
        names.sort_by_key(|name| !name.starts_with(&chapter));
        names
    }
}

impl Figure {
    /// What two of the same have in common: the text, or the digits of the first number.
    fn keys(&self) -> Vec<String> {
        let mut keys = Vec::from([self.text.clone()]);
        keys.extend(self.numbers.first().map(|number| number.text.clone()));
        keys.dedup();
        keys
    }

    /// Whether both are the same figure: one value in one dimension, counting the same, to the
    /// same digit. `80 GB` is no `80.0 GB`.
    pub(super) fn says_same(&self, other: &Figure) -> bool {
        let is_equal = |(one, other): (&Number, &Number)| {
            let counts_alike = one.unit.nouns == other.unit.nouns;
            one.text == other.text && counts_alike && one.is_same_quantity(other)
        };
        let (numbers, others) = (&self.numbers, &other.numbers);
        let are_equal = !numbers.is_empty() && numbers.len() == others.len();
        self.text == other.text || are_equal && numbers.iter().zip(others).all(is_equal)
    }
}

fn printed(text: &str, own: &OwnUnits) -> Figure {
    let text = plain(text);
    // A power of ten is printed as math.
    let numbers = match text
        .strip_prefix('$')
        .is_some_and(|rest| rest.contains('$'))
    {
        true => math_values(&text.replace('$', ""), own),
        false => values(&text, own),
    };
    Figure { text, numbers }
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
        let stated = Stated::of(&Known::default());
        let says_same = |text, printed| {
            let printed = stated.printed(printed);
            printed.says_same(&stated.figure(text, false))
        };
        let says_same_in_math = |text, printed| {
            let printed = stated.printed(printed);
            printed.says_same(&stated.figure(text, true))
        };
        assert!(says_same("5 hours", "5\u{a0}h"));
        assert!(says_same("80GB", "80 GB") && says_same("1024", "1,024"));
        assert!(says_same("five hours", "5 h") && says_same("3–5 ms", "3 to 5 ms"));
        assert!(says_same("8.40 × 10²³ FLOP", r"$8.40 \times 10^{23}$ FLOP"));
        assert!(says_same_in_math(r"5\,\text{h}", "5 h"));
        assert!(says_same_in_math(r"10^{19}~\text{FLOP}", "$10^{19}$ FLOP"));
        assert!(says_same("$43,000", "$43,000") && !says_same("43,000", "$43,000"));
        assert!(!says_same("5 h", "300 min") && !says_same("5 h", "5 min"));
        assert!(!says_same("80.0 GB", "80 GB") && !says_same("5 GPUs", "5 tokens"));
        assert!(!says_same("3 ms", "3 to 5 ms") && !says_same("−5 h", "5 h"));
        assert!(says_same("no number", "no number"));
    }
}
