//! One quantity in two units: `900 GB/s (7.2 Tb/s)`, `200 Gb/s, i.e. 25 GB/s`.

use std::ops::Range;

use mlsysim_language::number::Number;
use mlsysim_prose::displayed::unit_before;

use super::equality::Verdict;
use super::figure::{number_at, number_of};
use super::pieces::Piece;
use super::reader::Reader;
use super::spans::ABOUT;
use super::verdict::Judged;

/// What says that the next quantity is the same one.
const JOINTS: [&str; 4] = ["(", ", i.e. ", ", i.e., ", " = "];

/// How far the two may be apart and still be meant as one.
const MOST_TIMES: f64 = 1.5;

pub(super) fn read(reader: &mut Reader, piece: &Piece) {
    let text = &piece.passage.text;
    for joint in JOINTS {
        for (at, _) in text.match_indices(joint) {
            if let Some((range, judged)) = conversion(reader, text, at, joint) {
                reader.report(judged, None, piece.passage.source(&range));
            }
        }
    }
}

fn conversion(
    reader: &Reader,
    text: &str,
    at: usize,
    joint: &str,
) -> Option<(Range<usize>, Judged)> {
    let said = text[..at].trim_end();
    if joint == "(" && !said.ends_with(|c: char| c.is_alphanumeric() || c == '%') {
        return None;
    }
    let mut rest = text[at + joint.len()..].trim_start();
    let mut is_about = false;
    let near = &rest[..rest.floor_char_boundary(rest.len().min(24))];
    let word = near.split_whitespace().next().unwrap_or("");
    if ABOUT.contains(&&*word.to_lowercase()) || matches!(word, "or" | "i.e." | "=" | "≈" | "~") {
        is_about = !matches!(word, "or" | "i.e." | "=");
        rest = rest[word.len()..].trim_start();
    }
    let unsigned = rest.trim_start_matches(['~', '≈']).trim_start();
    is_about |= unsigned.len() < rest.len();
    if !unsigned.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let start = text.len() - unsigned.len();
    let (right, end) = number_at(unsigned)?;
    if joint == "(" && !unsigned[end..].starts_with(')') {
        return None;
    }
    // More of an expression follows.
    if unsigned[end..]
        .trim_start()
        .starts_with(['*', '×', '/', '+', '·', '^', '='])
    {
        return None;
    }
    let near = said.ceil_char_boundary(said.len().saturating_sub(48));
    let (left, place) = unit_before(&said[near..])?;
    let begins = near + place.start;
    let is_operand = said[..begins]
        .trim_end()
        .ends_with(['*', '×', '/', '+', '·', '^', '-', '–', '=']);
    let ((one, _), (other, _)) = (number_of(&left)?, number_of(&right)?);
    let is_conversion = one.unit.dimension == other.unit.dimension
        && one.unit.dimension != 0
        && one.unit.text != other.unit.text;
    if is_operand || !is_conversion {
        return None;
    }
    // Either may be the one that is rounded.
    let forth = reader.pair(&left, &right, is_about)?;
    let back = reader.pair(&right, &left, is_about)?;
    let judged = match (forth.verdict, back.verdict) {
        (Verdict::Wrong | Verdict::Rounded, Verdict::Right) => back,
        _ => forth,
    };
    let is_meant = match judged.verdict {
        Verdict::Right | Verdict::Rounded => true,
        Verdict::Unit => joint != "(" || changes_kind(&one, &other),
        Verdict::Cut | Verdict::Wrong => joint != "(" || judged.times < MOST_TIMES,
    };
    let close = usize::from(joint == "(");
    is_meant.then_some((begins..start + end + close, judged))
}

/// Whether the units are of different kinds, and not only of different size: bits and bytes,
/// decimal and binary, hours and seconds.
fn changes_kind(one: &Number, other: &Number) -> bool {
    let ratio = one.unit.factor.value() / other.unit.factor.value();
    let power = ratio.log10().round();
    let is_prefix = (ratio / 10_f64.powf(power) - 1.0).abs() < 1e-9;
    !is_prefix
}
