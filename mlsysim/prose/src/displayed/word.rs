//! Words behind a number: what measures, what scales, what is only counted.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::tokens::token;
use mlsysim_language::token::{Kind, Token};
use mlsysim_language::units::{Named, all, find};

/// Abbreviations that pages have beside those of the table.
const ABBREVIATIONS: [(&str, &str); 40] = [
    ("RPS", "QPS"),
    ("rps", "QPS"),
    ("qps", "QPS"),
    ("IOPS", "QPS"),
    ("kb", "Kbit"),
    ("Kb", "Kbit"),
    ("Mb", "Mbit"),
    ("Gb", "Gbit"),
    ("Tb", "Tbit"),
    ("kbit", "Kbit"),
    ("kbits", "Kbit"),
    ("Mbits", "Mbit"),
    ("Gbits", "Gbit"),
    ("kbps", "Kbps"),
    ("bps", "bit_per_second"),
    ("KiBs", "KiB"),
    ("sec", "s"),
    ("secs", "s"),
    ("msec", "ms"),
    ("usec", "us"),
    ("mins", "min"),
    ("hr", "h"),
    ("hrs", "h"),
    ("yr", "year"),
    ("yrs", "year"),
    ("mo", "month"),
    ("wk", "week"),
    ("euro", "USD"),
    ("euros", "USD"),
    ("EUR", "USD"),
    ("GBP", "USD"),
    ("TFLOPs", "TFLOP"),
    ("GFLOPs", "GFLOP"),
    ("MFLOPs", "MFLOP"),
    ("PFLOPs", "PFLOP"),
    ("EFLOPs", "EFLOP"),
    ("gram", "g"),
    ("grams", "g"),
    ("ton", "t"),
    ("tons", "t"),
];

/// What a name behind a number is.
pub(super) enum Word {
    /// `million`
    Scale(&'static str),
    /// Something that measures.
    Measure(String),
    /// What is only counted.
    Noun,
}

/// What a word is; nothing for one that is none of ours.
pub(super) fn word(name: &str) -> Option<Word> {
    let is_name = |(short, _): &&(&str, &str)| *short == name;
    let name = ABBREVIATIONS
        .iter()
        .find(is_name)
        .map_or(name, |(_, name)| name);
    let written_out = || {
        let mut all = all();
        all.find(|named| [named.unit.singular, named.unit.plural].contains(&name))
    };
    let named: Named = find(name).or_else(written_out)?;
    let unit = named.unit.names[0];
    Some(match named.quantity.name {
        _ if named.is_scale() => Word::Scale(unit),
        "Count" => Word::Noun,
        // `3 x 4`
        "Ratio" if named.unit.factor == 1.0 => return None,
        _ => Word::Measure(match find(name) {
            Some(_) => name.to_string(),
            None => unit.to_string(),
        }),
    })
}

/// The word for the letter behind digits: `70B`.
pub(super) fn magnitude(letter: &str) -> Option<&'static str> {
    match letter {
        "k" | "K" => Some("thousand"),
        "M" => Some("million"),
        "B" => Some("billion"),
        "T" => Some("trillion"),
        _ => None,
    }
}

/// The unit that touches its number: `439us`.
pub(super) fn glued(suffix: &str) -> Option<Vec<Token>> {
    match word(suffix)? {
        Word::Measure(name) => Some([token(Kind::Name, &name)].into()),
        Word::Noun | Word::Scale(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_abbreviation_stands_for_a_unit() {
        for (short, unit) in ABBREVIATIONS {
            assert!(find(short).is_none(), "{short} is in the table");
            assert!(find(unit).is_some() || unit == "bit_per_second", "{unit}");
        }
    }
}
