//! The known name that an unknown one probably means.

use std::format;
use std::string::String;
use std::vec::Vec;

/// The nearest of the known names: one that ends alike, else one that differs in few letters.
pub(super) fn nearest<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let last = |name: &str| -> String {
        let part = name.rsplit(['.', '/']).next();
        part.unwrap_or_default().into()
    };
    let allowed = unknown.chars().count() / 3 + 1;
    known
        .map(|name| {
            let alike = last(name) == last(unknown);
            let distance = distance(name, unknown);
            (!alike as usize, distance, name)
        })
        .filter(|(unlike, distance, _)| *unlike == 0 || *distance <= allowed)
        .min()
        .map(|(_, _, name)| name)
}

/// "; the nearest is …", or nothing.
pub(super) fn suggestion(nearest: Option<String>) -> String {
    nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}

/// How many letters must be inserted, removed or replaced.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
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
