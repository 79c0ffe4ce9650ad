//! The pages of the preview: their order, their addresses, the numbers of the chapters.

use std::collections::BTreeSet;
use std::string::{String, ToString};
use std::vec::Vec;

use super::address;
use super::project::Listed;

/// A page of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Below the book's folder: `vol1/training.qmd`.
    pub(super) name: String,
    /// Below the preview: `vol1/training.html`.
    pub(super) address: String,
    /// "3", or "A" of an appendix; none of what is not numbered.
    pub(super) number: Option<String>,
    pub(super) part: Option<String>,
}

/// What heads the pages that no list names.
const UNLISTED: &str = "Not in _quarto.yml";

/// The pages in the order of the list, then those that it does not name.
///
/// `is_numbered` is whether a page's title has a number.
pub(super) fn contents(
    listed: &[Listed],
    names: &[&str],
    is_listed: bool,
    is_numbered: &dyn Fn(&str) -> bool,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut seen = BTreeSet::new();
    let (mut chapters, mut appendices) = (0_u32, 0_u32);
    let mut add = |name: &str, part: Option<&String>, is_appendix: bool, counts: bool| {
        if !names.contains(&name) || !seen.insert(name.to_string()) {
            return;
        }
        let number = (counts && is_numbered(name)).then(|| {
            let counter = if is_appendix {
                &mut appendices
            } else {
                &mut chapters
            };
            *counter += 1;
            match is_appendix {
                true => letters(*counter),
                false => counter.to_string(),
            }
        });
        entries.push(Entry {
            name: name.to_string(),
            address: address::of_page(name),
            number,
            part: part.cloned(),
        });
    };
    for page in listed {
        add(&page.name, page.part.as_ref(), page.is_appendix, true);
    }
    // A book without a list begins with its first page too.
    let firsts = names.iter().filter(|name| is_index(name));
    let others = names.iter().filter(|name| !is_index(name));
    let part = is_listed.then(|| UNLISTED.to_string());
    for name in firsts.chain(others) {
        add(name, part.as_ref(), false, !is_listed);
    }
    entries
}

/// Whether it is the first page of the book.
pub(super) fn is_index(name: &str) -> bool {
    matches!(name, "index.qmd" | "index.md")
}

/// A, B, … Z, AA.
fn letters(mut number: u32) -> String {
    let mut text = String::new();
    while number > 0 {
        number -= 1;
        let letter = char::from_u32(u32::from('A') + number % 26);
        text.insert(0, letter.unwrap_or('?'));
        number /= 26;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stand_in_the_order_of_the_list() {
        let listed = |name: &str, is_appendix| Listed {
            name: name.into(),
            line: 1,
            part: None,
            is_appendix,
        };
        let list = [
            listed("index.qmd", false),
            listed("b.qmd", false),
            listed("gone.qmd", false),
            listed("a.qmd", false),
            listed("z.qmd", true),
        ];
        let names = ["a.qmd", "b.qmd", "c.qmd", "index.qmd", "z.qmd"];
        let entries = contents(&list, &names, true, &|name| !is_index(name));
        let shown: Vec<(&str, Option<&str>)> = entries
            .iter()
            .map(|it| (it.address.as_str(), it.number.as_deref()))
            .collect();
        let expected = [
            ("index.html", None),
            ("b.html", Some("1")),
            ("a.html", Some("2")),
            ("z.html", Some("A")),
            ("c.html", None),
        ];
        assert_eq!(shown, expected);
        assert_eq!(entries[4].part.as_deref(), Some(UNLISTED));
        let entries = contents(&[], &names, false, &|name| !is_index(name));
        assert_eq!(entries[0].name, "index.qmd");
        assert_eq!(entries[1].number.as_deref(), Some("1"));
        assert_eq!([letters(1), letters(26), letters(27)], ["A", "Z", "AA"]);
    }
}
