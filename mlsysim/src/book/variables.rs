//! `_variables.yml`: what `{{< var … >}}` finds.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::{Chapter, Claim, valid};
use super::error::Error;
use super::printed::Printed;
use crate::claims::napkin::Statement;

/// Every variable by its path: volume, chapter, name.
#[derive(Debug, Default)]
pub(super) struct Variables {
    texts: BTreeMap<Vec<String>, Variable>,
}

#[derive(Debug)]
struct Variable {
    text: String,
    /// What it was made for, for the report when two want one name.
    owner: String,
}

impl Variables {
    /// Claims first; `let`s whose name means one thing in the chapter; constants that sentences name.
    pub(super) fn of(chapters: &[Chapter]) -> Result<Variables, Error> {
        let mut variables = Variables::default();
        for chapter in chapters {
            for claim in chapter.claims() {
                let printed = Printed::statement(claim.statement);
                let owner = owner_of(&claim.path());
                variables.add(chapter, claim.statement.name, &printed, &owner)?;
            }
            for statement in unique_lets(chapter) {
                let owner = owner_of_let(statement.name, &chapter.path.join("::"));
                let printed = Printed::statement(statement);
                variables.add(chapter, statement.name, &printed, &owner)?;
            }
            for claim in chapter.claims() {
                for (name, program) in &claim.record.named {
                    let key = constant_key(name);
                    valid(&key, &claim.path())?;
                    let owner = format!("the constant `{name}`");
                    variables.add(chapter, &key, &Printed::program(program), &owner)?;
                }
            }
        }
        variables.no_leaf_is_a_branch()?;
        Ok(variables)
    }

    fn add(
        &mut self,
        chapter: &Chapter,
        name: &str,
        printed: &Printed,
        owner: &str,
    ) -> Result<(), Error> {
        let mut set = |suffix: &str, text: &str| -> Result<(), Error> {
            let mut path: Vec<String> = chapter.path.iter().map(ToString::to_string).collect();
            path.push(format!("{name}{suffix}"));
            let variable = Variable {
                text: text.to_string(),
                owner: owner.to_string(),
            };
            match self.texts.entry(path) {
                Entry::Vacant(place) => {
                    place.insert(variable);
                }
                Entry::Occupied(place) if place.get().owner == owner => {}
                Entry::Occupied(place) => {
                    return Err(Error::Collision {
                        name: place.key().join("."),
                        first: place.get().owner.clone(),
                        second: variable.owner,
                    });
                }
            }
            Ok(())
        };
        set("", &printed.text)?;
        set("_value", &printed.value)?;
        set("_unit", &printed.unit)?;
        // Quarto reads variables as Markdown, where bare `\text{h}` is dropped; as
        // math it arrives whole, in prose and (Quarto 1.10) inside `$…$` alike.
        set("_math", &format!("${}$", printed.math))?;
        for (index, row) in printed.rows.iter().enumerate() {
            let row_name = format!("{name}_{}", index + 1);
            self.add(chapter, &row_name, row, owner)?;
        }
        Ok(())
    }

    /// A chapter inside a chapter must not have the name of a claim.
    fn no_leaf_is_a_branch(&self) -> Result<(), Error> {
        let followers = self.texts.keys().skip(1);
        for ((path, variable), next) in self.texts.iter().zip(followers) {
            if next.starts_with(path) {
                return Err(Error::Collision {
                    name: path.join("."),
                    first: variable.owner.clone(),
                    second: format!("the chapter `{}`", path.join("::")),
                });
            }
        }
        Ok(())
    }

    /// The variables of a claim, as a page writes them.
    pub(super) fn of_claim(&self, claim: &Claim) -> Vec<String> {
        let owner = owner_of(&claim.path());
        let own = self
            .texts
            .iter()
            .filter(|(_, variable)| variable.owner == owner);
        own.map(|(path, _)| path.join(".")).collect()
    }

    /// What a variable was made for, by its path as a page writes it.
    pub(super) fn owner(&self, name: &str) -> Option<&str> {
        let path: Vec<String> = name.split('.').map(String::from).collect();
        self.texts.get(&path).map(|variable| &*variable.owner)
    }

    /// Every text by its path as a page writes it, such as `vol2.fault_tolerance.failure_interval`.
    pub(super) fn texts(&self) -> BTreeMap<String, String> {
        let texts = self.texts.iter();
        texts
            .map(|(path, variable)| (path.join("."), variable.text.clone()))
            .collect()
    }

    /// Plain scalars only: anything nested deeper broke between versions of Quarto.
    pub(super) fn yaml(&self) -> String {
        let mut text = String::new();
        let mut open: &[String] = &[];
        for (path, variable) in &self.texts {
            let Some((name, folders)) = path.split_last() else {
                continue;
            };
            let shared = open.iter().zip(folders).take_while(|(a, b)| a == b).count();
            for (depth, folder) in folders.iter().enumerate().skip(shared) {
                text.push_str(&format!("{}{}:\n", "  ".repeat(depth), quoted(folder)));
            }
            let indent = "  ".repeat(folders.len());
            text.push_str(&format!(
                "{indent}{}: {}\n",
                quoted(name),
                double_quoted(&variable.text)
            ));
            open = folders;
        }
        text
    }
}

/// What the variables of a claim are made for.
pub(super) fn owner_of(path: &str) -> String {
    format!("the claim `{path}`")
}

/// What those of a `let` are.
pub(super) fn owner_of_let(name: &str, chapter: &str) -> String {
    format!("the `let {name}` of `{chapter}`")
}

/// `let`s whose name stands in several blocks of a chapter, by the name that a page would write,
/// with how many blocks there are.
pub(super) fn ambiguous_lets(chapters: &[Chapter]) -> BTreeMap<String, usize> {
    let mut lets = BTreeMap::new();
    for chapter in chapters {
        let statements = chapter.statements();
        for statement in statements.filter(|statement| statement.claim.is_none()) {
            let path: Vec<&str> = chapter
                .path
                .iter()
                .copied()
                .chain([statement.name])
                .collect();
            *lets.entry(path.join(".")).or_default() += 1;
        }
    }
    lets.retain(|_, blocks| *blocks > 1);
    lets
}

/// The `let`s whose name means one thing in the chapter.
pub(super) fn unique_lets(chapter: &Chapter) -> Vec<&Statement> {
    let is_unique = |statement: &&Statement| {
        let alike = chapter.statements().filter(|it| it.name == statement.name);
        alike.count() == 1
    };
    chapter
        .statements()
        .filter(|statement| statement.claim.is_none())
        .filter(is_unique)
        .collect()
}

/// `reliability::GPU.mttf` as the name of a variable: `reliability_GPU_mttf`.
pub(super) fn constant_key(path: &str) -> String {
    let words = path.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("_")
}

/// A key that YAML 1.1 would read as a boolean, a null or a number needs its quotes.
fn quoted(key: &str) -> String {
    let reserved = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let plain = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && !reserved.contains(&key.to_ascii_lowercase().as_str());
    if plain {
        key.to_string()
    } else {
        double_quoted(key)
    }
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_nest_and_texts_are_quoted() {
        let mut variables = Variables::default();
        for (path, text) in [
            (["vol1", "training", "no"], "5 h"),
            (["vol2", "serving", "b"], "a \"b\" \\c"),
            (["vol2", "training", "a"], "99%"),
        ] {
            let path = path.map(String::from).to_vec();
            let variable = Variable {
                text: text.into(),
                owner: String::new(),
            };
            variables.texts.insert(path, variable);
        }
        let yaml = "vol1:\n  training:\n    \"no\": \"5 h\"\n\
                    vol2:\n  serving:\n    b: \"a \\\"b\\\" \\\\c\"\n  training:\n    a: \"99%\"\n";
        assert_eq!(variables.yaml(), yaml);
    }

    #[test]
    fn constants_become_names_of_variables() {
        assert_eq!(
            constant_key("reliability::GPU.mttf"),
            "reliability_GPU_mttf"
        );
        assert_eq!(constant_key("TABLE[2]"), "TABLE_2");
    }
}
