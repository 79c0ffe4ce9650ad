//! The known name that an unknown one probably means.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::nearest::{distance, nearest_of};

/// The nearest of the known names: one that ends alike, else one that differs in few letters.
pub(super) fn nearest<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    fn last(name: &str) -> &str {
        name.rsplit(['.', '/']).next().unwrap_or_default()
    }
    let letters: Vec<char> = unknown.chars().collect();
    let allowed = letters.len() / 3 + 1;
    let own = last(unknown);
    known
        .filter_map(|name| {
            let alike = last(name) == own;
            // No name is nearer than by the letters that one has more; of ASCII, as names are.
            let is_near = name.len().abs_diff(unknown.len()) <= allowed;
            (alike || is_near || !unknown.is_ascii())
                .then(|| (!alike as usize, distance(&letters, name), name))
        })
        .filter(|(unlike, distance, _)| *unlike == 0 || *distance <= allowed)
        .min()
        .map(|(_, _, name)| name)
}

/// ": did you mean …?" with the names that an unknown one may mean in whatever case, or nothing.
pub(super) fn did_you_mean<'a>(asked: &str, names: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<(String, &str)> = names.map(|name| (name.to_lowercase(), name)).collect();
    let near = nearest_of(&asked.to_lowercase(), known.iter().map(|(word, _)| &**word));
    let named = |near: &&str| {
        let found = known.iter().find(|(word, _)| word == near);
        found.map(|(_, name)| format!("`{name}`"))
    };
    let near: Vec<String> = near.iter().filter_map(named).collect();
    match near.is_empty() {
        true => String::new(),
        false => format!(": did you mean {}?", near.join(" or ")),
    }
}

/// "; the nearest is …", or nothing.
pub(super) fn suggestion(nearest: Option<String>) -> String {
    nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_none() {
        let known = [
            "vol1.training.fleet",
            "vol2.faults.interval",
            "vol2.faults.rate",
        ];
        let find = |name| nearest(name, known.into_iter());
        assert_eq!(find("vol2.faults.intervall"), Some("vol2.faults.interval"));
        assert_eq!(find("interval"), Some("vol2.faults.interval"));
        assert_eq!(find("something.else.entirely.here"), None);
    }
}
