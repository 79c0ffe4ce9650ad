//! The known name that an unknown one probably means.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::nearest::distance;

/// The nearest of the known names: one that ends alike, else one that differs in few letters.
pub(super) fn nearest<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let last = |name: &str| -> String {
        let part = name.rsplit(['.', '/']).next();
        part.unwrap_or_default().into()
    };
    let letters: Vec<char> = unknown.chars().collect();
    let allowed = letters.len() / 3 + 1;
    known
        .map(|name| {
            let alike = last(name) == last(unknown);
            let distance = distance(&letters, name);
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
