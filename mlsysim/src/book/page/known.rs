//! What pages may name.

use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::vec::Vec;

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

    /// The unit that a variable prints behind its number.
    pub(super) fn unit(&self, name: &str) -> Option<String> {
        let is_bare = name.ends_with("_value") && self.base(name) != name;
        let unit = self.variables.get(&format!("{}_unit", self.base(name)));
        unit.filter(|unit| !is_bare && !unit.is_empty())
            .map(|unit| unescaped(unit))
    }

    /// What a variable prints; for math what is printed in prose.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let in_prose = match name.ends_with("_math") {
            true => self.base(name),
            false => name,
        };
        self.variables.get(in_prose).map(|text| unescaped(text))
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

/// The texts of `_variables.yml` as a run writes it: keys by depth, texts in double quotes.
///
/// A line of another form is no variable, so that pages cannot name it either.
pub(in super::super) fn variables(yaml: &str) -> BTreeMap<String, String> {
    let mut variables = BTreeMap::new();
    let mut open: Vec<String> = Vec::new();
    for line in yaml.lines().filter(|line| !line.starts_with('#')) {
        let entry = line.trim_start_matches(' ');
        let depth = (line.len() - entry.len()) / 2;
        let Some((key, rest)) = entry.split_once(':') else {
            continue;
        };
        open.truncate(depth);
        open.push(unquoted(key).unwrap_or_else(|| key.into()));
        if let Some(text) = unquoted(rest.trim()) {
            variables.insert(open.join("."), text);
        }
    }
    variables
}

fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut plain = String::new();
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next()? {
                'u' => {
                    let digits: String = rest.by_ref().take(4).collect();
                    let code = u32::from_str_radix(&digits, 16).ok()?;
                    plain.push(char::from_u32(code)?);
                }
                '_' => plain.push('\u{a0}'),
                sign @ ('"' | '\\' | '/') => plain.push(sign),
                _ => return None,
            },
            '"' => return None,
            c => plain.push(c),
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_are_read_as_they_were_written() {
        let yaml = "# Generated\nvol1:\n  a:\n    \"no\": \"5 h\"\n    b_math: \"$5\\\\,\\\\text{h}$\"\n\
                    c:\n  d: \"a \\\"b\\\" \\u00a0\"\n";
        let read: Vec<_> = variables(yaml).into_iter().collect();
        assert_eq!(
            read,
            [
                ("c.d", "a \"b\" \u{a0}"),
                ("vol1.a.b_math", "$5\\,\\text{h}$"),
                ("vol1.a.no", "5 h"),
            ]
            .map(|(name, text)| (name.into(), text.into()))
        );
    }

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
        assert_eq!(known.unit("a_math").as_deref(), Some("h"));
        assert_eq!(known.unit("a_value"), None);
        assert_eq!(known.unit("b_value").as_deref(), Some("h"));
        assert_eq!(known.math("a_unit").as_deref(), Some("a_math"));
        assert_eq!(known.math("b_value"), None);
        assert_eq!(unescaped(r"\$5\,000 \h"), r"$5,000 \h");
    }
}
