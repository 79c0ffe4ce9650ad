//! The claim that an author names.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::nearest::distance;

use super::chapter::{Chapter, Claim};
use super::error::{Error, LISTED};
use super::nearest::suggestion;

/// The claim of a path or of the only one that ends so; `.` may stand for `::`, as in pages.
pub(super) fn claim<'a>(chapters: &'a [Chapter], asked: &str) -> Result<Claim<'a>, Error> {
    let claims: Vec<Claim> = chapters.iter().flat_map(Chapter::claims).collect();
    let paths: Vec<String> = claims.iter().map(Claim::path).collect();
    let index = one_of(&paths, &path(asked)).map_err(|error| match error {
        NotOne::None(near) => Error::Unknown {
            what: "claim",
            name: asked.to_string(),
            nearest: suggestion(near),
        },
        NotOne::Several(candidates) => Error::Ambiguous {
            name: asked.to_string(),
            candidates: listed(candidates),
        },
    })?;
    Ok(claims[index])
}

/// A name as the code writes it.
pub(super) fn path(asked: &str) -> String {
    asked.trim().replace('.', "::")
}

/// Why a name is not that of one thing.
#[derive(Debug, PartialEq)]
pub(super) enum NotOne {
    /// Nothing is called so; the nearest that is.
    None(Option<String>),
    /// Several end so.
    Several(Vec<String>),
}

/// Which of the paths is meant: the one that is it, else the only one that ends so.
pub(super) fn one_of(paths: &[String], asked: &str) -> Result<usize, NotOne> {
    let tail = format!("::{asked}");
    let all = |fits: &dyn Fn(&String) -> bool| -> Vec<usize> {
        let indices = 0..paths.len();
        indices.filter(|index| fits(&paths[*index])).collect()
    };
    let mut found = all(&|path| path == asked);
    if found.is_empty() {
        found = all(&|path| path.ends_with(&tail));
    }
    match &*found {
        [index] => Ok(*index),
        [] => {
            let parts = asked.split("::").count();
            let near = near(paths, asked, parts).or_else(|| near(paths, last_names(asked, 1), 1));
            Err(NotOne::None(near.cloned()))
        }
        several => Err(NotOne::Several(
            several.iter().map(|index| paths[*index].clone()).collect(),
        )),
    }
}

/// The path whose last names, so many of them, differ in few letters.
fn near<'a>(paths: &'a [String], asked: &str, names: usize) -> Option<&'a String> {
    let letters: Vec<char> = asked.chars().collect();
    let allowed = letters.len() / 3 + 1;
    let paths = paths.iter();
    let distances = paths.map(|path| (distance(&letters, last_names(path, names)), path));
    let near = distances.filter(|(distance, _)| *distance <= allowed);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, path)| path)
}

fn last_names(path: &str, count: usize) -> &str {
    let start = path.rmatch_indices("::").nth(count - 1);
    start.map_or(path, |(at, separator)| &path[at + separator.len()..])
}

/// A line for each, so many at most.
pub(super) fn listed(names: Vec<String>) -> String {
    let mut lines: Vec<String> = names
        .iter()
        .take(LISTED)
        .map(|it| format!("    {it}"))
        .collect();
    if names.len() > LISTED {
        lines.push(format!("    and {} more", names.len() - LISTED));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tail_is_enough_where_it_is_the_only_one() {
        let paths = ["vol1::a::rate", "vol2::b::rate", "vol2::b::interval"].map(String::from);
        let find = |asked: &str| one_of(&paths, &path(asked));
        assert_eq!(find("vol1::a::rate"), Ok(0));
        assert_eq!(find("b.rate"), Ok(1));
        assert_eq!(find("interval"), Ok(2));
        let both = paths[..2].to_vec();
        assert_eq!(find("rate"), Err(NotOne::Several(both)));
        let near = |name: &str| Err(NotOne::None(Some(name.into())));
        assert_eq!(find("intervall"), near("vol2::b::interval"));
        assert_eq!(find("b::rat"), near("vol2::b::rate"));
        assert_eq!(find("vol2::c::interval"), near("vol2::b::interval"));
        assert_eq!(find("something_else_entirely"), Err(NotOne::None(None)));
        assert_eq!(find(""), Err(NotOne::None(None)));
    }
}
