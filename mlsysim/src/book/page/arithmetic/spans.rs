//! Equalities in code and in math, and beside them: ``takes 12.8 s (`2560/200`)``.

use std::ops::Range;

use mlsysim_language::number::Number;
use mlsysim_prose as prose;
use mlsysim_prose::displayed::{Chain, Notation, Relation, Side, chains, unit_before};

use super::chain::Evidence;
use super::figure::{number_at, number_of};
use super::pieces::{Object, Piece, SIGN, What};
use super::reader::Reader;

/// How far from a span its result may begin.
const REACH: usize = 60;

/// Words in front of a number that make a bound of it.
const BOUNDS: [&str; 12] = [
    "over", "under", "than", "least", "most", "nearly", "almost", "above", "below", "exceeds",
    "beyond", "to",
];

/// Words in front of a number that make it approximate.
pub(super) const ABOUT: [&str; 9] = [
    "about",
    "around",
    "roughly",
    "some",
    "approximately",
    "circa",
    "ca.",
    "approx.",
    "say",
];

pub(super) fn read(reader: &mut Reader, piece: &Piece) {
    for object in &piece.objects {
        let notation = match object.what {
            What::Code => Notation::Text,
            What::Math => Notation::Latex,
            What::Other => continue,
        };
        let source = &reader.page.text[object.inner.clone()];
        // What Quarto inserts is not known here.
        if source.contains("{{<") || !source.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        span(reader, piece, object, notation);
    }
}

fn span(reader: &mut Reader, piece: &Piece, object: &Object, notation: Notation) {
    let page = reader.page;
    let source = &page.text[object.inner.clone()];
    let start = object.inner.start;
    let text = &piece.passage.text;
    let (before, sign) = text.split_at(object.at);
    let behind = &sign[SIGN..];
    let mut found = chains(source, notation);
    let count = found.len();
    for (index, chain) in found.iter_mut().enumerate() {
        let is_last = index + 1 == count;
        let ends_here = chain.sides.last().is_some_and(|side| {
            let left = &source[side.range.end..];
            left.trim_matches(|c: char| c.is_whitespace() || ".,;".contains(c))
                .is_empty()
        });
        let mut behind = if is_last && ends_here { behind } else { "" };
        if chain.sides.len() > 1 {
            let last = chain.sides.last_mut().filter(|_| !behind.is_empty());
            let is_bare = |side: &Side| {
                number_of(side).is_some_and(|(number, _)| number.unit.text.is_empty())
            };
            if let Some(last) = last.filter(|last| is_bare(last)) {
                let length = last.take_unit(behind).unwrap_or(0);
                behind = &behind[length..];
            }
            let place = |range: Range<usize>| start + range.start..start + range.end;
            reader.chain(chain, Evidence::Said, behind, &place);
        }
    }
    let [chain] = &*found else { return };
    beside(reader, piece, object, chain, before, behind);
}

/// A result that stands in front of a computation, or behind it.
fn beside(
    reader: &mut Reader,
    piece: &Piece,
    object: &Object,
    chain: &Chain,
    before: &str,
    behind: &str,
) {
    let start = object.inner.start;
    let ends = |range: Range<usize>| start + range.start..start + range.end;
    // `` `2560/200` = 12.8 s ``, `$2560/200 =$ 12.8 s`
    let inside = chain.relations.get(chain.sides.len() - 1);
    let said = match inside {
        Some(relation) => Some((*relation, behind.trim_start())),
        None => relation_at(behind),
    };
    let stated = said.and_then(|(relation, rest)| {
        let (side, length) = number_at(rest)?;
        Some((relation, rest, side, length))
    });
    if let Some((relation, rest, side, length)) = stated {
        let Some(last) = chain.sides.last() else {
            return;
        };
        let from = start + last.range.start;
        let pair = Chain {
            sides: [last.clone(), side].into(),
            relations: [relation].into(),
        };
        let begins = piece.passage.text.len() - rest.len();
        let end = piece.passage.source(&(begins..begins + length)).end;
        reader.chain(&pair, Evidence::Said, &rest[length..], &|_| from..end);
        return;
    }
    if chain.sides.len() > 1 || !chain.relations.is_empty() {
        return;
    }
    // ``640 GB = `8 * 80` ``
    let said = before.trim_end();
    let relation = match said.chars().next_back() {
        Some('=') if !said.ends_with("==") => Some(Relation::Equal),
        Some('≈' | '~') => Some(Relation::About),
        _ => None,
    };
    let (text, relation, evidence) = match relation {
        Some(relation) => {
            let end = said.len() - said.chars().next_back().map_or(0, char::len_utf8);
            (said[..end].trim_end(), relation, Evidence::Said)
        }
        None => {
            let Some(text) = said.strip_suffix('(').filter(|_| behind.starts_with(')')) else {
                return;
            };
            (text.trim_end(), Relation::Equal, Evidence::Beside)
        }
    };
    let Some((side, place)) = result_before(text) else {
        return;
    };
    let in_front = text[..place.start].trim_end();
    let word = in_front.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = word.to_lowercase();
    if BOUNDS.contains(&&*word) && evidence == Evidence::Beside {
        return;
    }
    let is_about = ABOUT.contains(&&*word) || in_front.ends_with(['~', '≈']);
    let Some(computed) = chain.sides.first() else {
        return;
    };
    let Some((number, _)) = number_of(&side) else {
        return;
    };
    if evidence == Evidence::Beside && is_operand(computed, &number, text, &place) {
        return;
    }
    let from = piece.passage.source(&place).start;
    let pair = Chain {
        sides: [computed.clone(), side].into(),
        relations: [if is_about { Relation::About } else { relation }].into(),
    };
    let end = ends(computed.range.clone()).end;
    reader.chain(&pair, evidence, behind.trim_start_matches(')'), &|_| {
        from..end
    });
}

/// Whether a number in front of a computation is no result of it: an operand, a year, a name.
fn is_operand(computed: &Side, number: &Number, text: &str, place: &Range<usize>) -> bool {
    // What stands near decides what a number is.
    let near = text.ceil_char_boundary(text.len().saturating_sub(2 * REACH));
    let is_quantity = prose::numbers(&text[near..]).iter().any(|found| {
        found.what == prose::What::Quantity
            && near + found.range.start < place.end
            && place.start < near + found.range.end
    });
    !is_quantity || computed.has_operand(number.value())
}

/// The relation that a text begins with, and what follows it.
fn relation_at(text: &str) -> Option<(Relation, &str)> {
    let rest = text.trim_start();
    let sign = rest.chars().next()?;
    let relation = match sign {
        '=' => Relation::Equal,
        '≈' | '~' => Relation::About,
        _ => return None,
    };
    let rest = rest[sign.len_utf8()..].trim_start();
    let next = rest.chars().next()?;
    match next {
        '~' | '≈' => Some((Relation::About, rest[next.len_utf8()..].trim_start())),
        '=' | '>' => None,
        _ => Some((relation, rest)),
    }
}

/// The number with its unit that a text ends with, or that a word or two follow.
fn result_before(text: &str) -> Option<(Side, Range<usize>)> {
    let near = text.ceil_char_boundary(text.len().saturating_sub(REACH));
    let mut end = text.len();
    for _ in 0..3 {
        let phrase = &text[near..end];
        if let Some((side, range)) = unit_before(phrase) {
            return Some((side, near + range.start..near + range.end));
        }
        // Without its last word.
        let rest = phrase
            .trim_end_matches(|c: char| c.is_alphabetic())
            .trim_end();
        if rest.len() == phrase.len() {
            return None;
        }
        end = near + rest.len();
    }
    None
}
