//! Equalities in plain text: `8 GPUs × 80 GB = 640 GB`, `$2.25 × 0.63 = $1.41`.

use std::ops::Range;

use mlsysim_language::number::Number;
use mlsysim_prose::displayed::{Notation, chains};

use super::chain::Evidence;
use super::figure::number_of;
use super::pieces::Piece;
use super::reader::Reader;
use super::words::{Token, What, tokens};

/// How far an equality may reach to either side of its sign.
const REACH: usize = 160;

pub(super) fn read(reader: &mut Reader, piece: &Piece) {
    let text = &piece.passage.text;
    let mut done = 0;
    let signs = text.match_indices(['=', '≈']).map(|(at, _)| at);
    for at in signs {
        if at < done || !is_relation(text, at) {
            continue;
        }
        let Some(range) = run(text, at, done) else {
            continue;
        };
        done = range.end;
        equality(reader, piece, range);
    }
}

/// Whether a sign relates two values, and is no part of another one.
fn is_relation(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = text[at..].chars().nth(1);
    !before.is_some_and(|c| "=<>!:~+-*/≈".contains(c))
        && !behind.is_some_and(|c| "=>~≈".contains(c))
}

fn equality(reader: &mut Reader, piece: &Piece, range: Range<usize>) {
    let text = &piece.passage.text;
    let source = &text[range.clone()];
    for mut chain in chains(source, Notation::Text) {
        if chain.sides.len() < 2 {
            continue;
        }
        // A unit behind the equality is a part of it.
        let mut end = range.end;
        let mut unit = 0;
        if let Some(last) = chain.sides.last_mut() {
            let is_bare = |(number, _): (Number, Number)| matches!(&*number.unit.text, "" | "$");
            if last.range.end < source.len() {
                end = range.start + last.range.end;
            } else if number_of(last).is_some_and(is_bare) {
                let behind = &text[end..text.floor_char_boundary((end + REACH).min(text.len()))];
                unit = last.take_unit(behind).unwrap_or(0);
                end += unit;
            }
        }
        let behind = &text[end..text.floor_char_boundary((end + REACH).min(text.len()))];
        let place = |inner: Range<usize>| {
            let is_last = inner.end == source.len();
            let end = range.start + inner.end + if is_last { unit } else { 0 };
            piece.passage.source(&(range.start + inner.start..end))
        };
        reader.chain(&chain, Evidence::Said, behind, &place);
    }
}

/// What belongs to the equality whose sign stands there: numbers, operators, what is counted.
fn run(text: &str, at: usize, from: usize) -> Option<Range<usize>> {
    let start = text.ceil_char_boundary(at.saturating_sub(REACH).max(from));
    let end = text.floor_char_boundary((at + REACH).min(text.len()));
    let tokens = tokens(text, start..end);
    let sign = tokens.iter().position(|token| token.range.start == at)?;
    let first = begin(&tokens, sign, text)?;
    let last = finish(&tokens, sign)?;
    Some(tokens[first].range.start..tokens[last].range.end)
}

/// The first token that belongs to the left side.
fn begin(tokens: &[Token], sign: usize, text: &str) -> Option<usize> {
    let what = |at: usize| tokens[at].what;
    let mut depth = 0_usize;
    let mut first = None;
    let mut at = sign;
    while at > 0 {
        at -= 1;
        match what(at) {
            What::Number | What::Money => first = Some(at),
            What::Operator | What::Relation => {}
            What::Close => depth += 1,
            What::Open => {
                if depth == 0 {
                    break;
                }
                depth -= 1;
                first = Some(at);
            }
            What::Word if is_counted(tokens, at) => {}
            What::Word | What::Other => break,
        }
    }
    let mut first = first?;
    // What is open stays outside.
    if depth > 0 {
        let close = (first..sign).rev().find(|at| what(*at) == What::Close)?;
        first = (close + 1..sign).find(|at| matches!(what(*at), What::Number | What::Money))?;
    }
    // `-3 * 4`, and no `a - 3 * 4`.
    let is_free = first == 0 || what(first - 1) != What::Operator;
    let is_part = text[..tokens[first].range.start]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || "_-.–—/:#@".contains(c));
    (is_free && !is_part).then_some(first)
}

/// Whether a word says what the number before it counts, and an operator follows.
fn is_counted(tokens: &[Token], at: usize) -> bool {
    let behind = tokens[at + 1..]
        .iter()
        .find(|token| token.what != What::Word);
    let goes_on = behind
        .is_some_and(|token| matches!(token.what, What::Operator | What::Relation | What::Close));
    let before = tokens[..at].iter().rev().take(3);
    let mut before = before.skip_while(|token| token.what == What::Word);
    goes_on
        && before
            .next()
            .is_some_and(|token| matches!(token.what, What::Number | What::Close))
}

/// The last token that belongs to the right side.
fn finish(tokens: &[Token], sign: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut last = None;
    for at in sign + 1..tokens.len() {
        match tokens[at].what {
            What::Number => last = Some(at),
            What::Money | What::Operator | What::Relation => {}
            What::Open => depth += 1,
            What::Close if depth > 0 => {
                depth -= 1;
                last = Some(at);
            }
            What::Word if is_counted(tokens, at) => {}
            What::Close | What::Word | What::Other => break,
        }
        // `= 3 (about)`
        if depth == 0
            && tokens
                .get(at + 1)
                .is_some_and(|token| token.what == What::Open)
        {
            let inner = tokens.get(at + 2).map(|token| token.what);
            if !matches!(inner, Some(What::Number | What::Money | What::Open))
                || tokens[at].what == What::Number
            {
                break;
            }
        }
    }
    last.filter(|_| depth == 0)
}
