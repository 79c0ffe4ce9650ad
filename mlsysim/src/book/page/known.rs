//! What pages may name.

use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::sync::{Mutex, PoisonError};
use std::vec::Vec;

use super::super::nearest::nearest;

/// What pages may name.
#[derive(Debug, Default)]
pub(in super::super) struct Known {
    /// The text of each variable, by its path with dots.
    pub(in super::super) variables: BTreeMap<String, String>,
    /// `let`s that mean several things in their chapter, and so are no variables: in how many
    /// blocks each stands.
    pub(in super::super) ambiguous: BTreeMap<String, usize>,
    /// The labels of equations in each generated file, by its path below the book's folder.
    pub(in super::super) includes: BTreeMap<String, Vec<String>>,
    /// Of unknown variables that were asked for: a page may name one a thousand times.
    pub(in super::super) asked: Asked,
}

/// Unknown names with the nearest known one.
pub(in super::super) type Asked = Mutex<BTreeMap<String, Option<String>>>;

/// What a variable prints of a quantity, with the unit that it is in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Printing {
    /// The number and its unit.
    WithUnit(String),
    /// The number alone.
    Value(String),
}

impl Known {
    /// The name before `_math`, `_value` or `_unit`, where it is one of those variables.
    fn base<'a>(&self, name: &'a str) -> &'a str {
        let suffixes = ["_math", "_value", "_unit"];
        let bases = suffixes.iter().filter_map(|end| name.strip_suffix(end));
        let mut bases = bases.filter(|base| self.variables.contains_key(*base));
        bases.next().unwrap_or(name)
    }

    /// The variable for math that belongs to one for prose.
    pub(super) fn math(&self, name: &str) -> Option<String> {
        let math = format!("{}_math", self.base(name));
        self.variables.contains_key(&math).then_some(math)
    }

    /// In how many blocks a `let` stands whose name alone says too little.
    pub(super) fn blocks_of(&self, name: &str) -> Option<usize> {
        let suffixes = ["", "_math", "_value", "_unit"];
        let mut bases = suffixes.iter().filter_map(|end| name.strip_suffix(end));
        bases.find_map(|base| {
            let row = base
                .rsplit_once('_')
                .filter(|(_, row)| row.parse::<usize>().is_ok());
            let found = self.ambiguous.get(base);
            found.or_else(|| self.ambiguous.get(row?.0)).copied()
        })
    }

    /// How a variable prints the unit of its number; nothing where it prints none and is no value.
    pub(super) fn unit(&self, name: &str) -> Option<Printing> {
        let base = self.base(name);
        let unit = unescaped(self.variables.get(&format!("{base}_unit"))?);
        match name.strip_prefix(base) {
            Some("_value") => Some(Printing::Value(unit)),
            Some("" | "_math") if unit.is_empty() => Some(Printing::Value(unit)),
            Some("" | "_math") => Some(Printing::WithUnit(unit)),
            _ => None,
        }
    }

    /// What a variable prints; for math what is printed in prose.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let in_prose = match name.ends_with("_math") {
            true => self.base(name),
            false => name,
        };
        self.variables.get(in_prose).map(|text| unescaped(text))
    }

    /// The variable whose name is nearest to an unknown one.
    pub(super) fn nearest(&self, unknown: &str) -> Option<String> {
        let find = || {
            let near = nearest(unknown, self.variables.keys().map(String::as_str));
            near.map(String::from)
        };
        // A thread that panicked with it in hand has left it whole.
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let near = asked.entry(unknown.into()).or_insert_with(find);
        near.clone()
    }

    /// The generated file that would bring a label.
    pub(super) fn file_of(&self, label: &str) -> Option<&str> {
        let files = self.includes.iter();
        let mut files = files.filter(|(_, labels)| labels.iter().any(|known| known == label));
        files.next().map(|(file, _)| &**file)
    }
}

/// Markdown without the backslashes before its signs.
fn unescaped(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown.chars().peekable();
    while let Some(c) = rest.next() {
        let sign = rest.peek().filter(|next| next.is_ascii_punctuation());
        match (c, sign) {
            ('\\', Some(sign)) => {
                text.push(*sign);
                rest.next();
            }
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_no_unit_and_a_claim_may_be_called_so() {
        let names = [
            "a",
            "a_unit",
            "a_value",
            "a_math",
            "b_value",
            "b_value_unit",
        ];
        let known = Known {
            variables: names.map(|name| (name.into(), "h".into())).into(),
            ..Known::default()
        };
        assert_eq!(known.unit("a_math"), Some(Printing::WithUnit("h".into())));
        assert_eq!(known.unit("a_value"), Some(Printing::Value("h".into())));
        assert_eq!(known.unit("a_unit"), None);
        assert_eq!(known.unit("b_value"), Some(Printing::WithUnit("h".into())));
        assert_eq!(known.math("a_unit").as_deref(), Some("a_math"));
        assert_eq!(known.math("b_value"), None);
        assert_eq!(unescaped(r"\$5\,000 \h"), r"$5,000 \h");
    }
}
