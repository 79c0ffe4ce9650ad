//! Every number of a piece of LaTeX.

use alloc::vec::Vec;
use core::ops::Range;

use super::found::{Found, Kind};
use super::scan::numbers;
use super::unit::measures;
use crate::latex::latex;
use mlsysim_language::lex::Lexed;
use mlsysim_language::token::{Delimiter, Kind as Token, Sign};

/// The numbers of LaTeX in their order, each with what it is.
///
/// An exponent, a factor and an operand are quantities of their own; a power of ten belongs to its
/// factor. An index is none.
///
/// ```
/// use mlsysim_prose::math_numbers;
/// let text = r"C_0 = 6 \cdot 3.1 \times 10^{9}~\text{FLOP}";
/// let found = math_numbers(text);
/// let texts: Vec<&str> = found.into_iter().map(|found| &text[found.range]).collect();
/// assert_eq!(texts, ["0", "6", r"3.1 \times 10^{9}~\text{FLOP}"]);
/// ```
pub fn math_numbers(text: &str) -> Vec<Found> {
    let lexed = latex(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < lexed.tokens.len() {
        at = match lexed.tokens[at].kind {
            Token::Number => number(text, &lexed, at, &mut found),
            Token::Name => {
                let range = lexed.ranges[at].clone();
                // `\text{H100}`; a command is no word.
                if !text[range.clone()].starts_with('\\') {
                    let inner = numbers(&text[range.clone()]).into_iter();
                    let start = range.start;
                    found.extend(inner.map(|it| Found {
                        range: it.range.start + start..it.range.end + start,
                        ..it
                    }));
                }
                at + 1
            }
            Token::Quoted | Token::Sign(_) | Token::Open(_) | Token::Close(_) => at + 1,
        };
    }
    found
}

fn sign(lexed: &Lexed, at: usize) -> Option<Sign> {
    match lexed.tokens.get(at)?.kind {
        Token::Sign(sign) => Some(sign),
        Token::Number | Token::Quoted | Token::Name | Token::Open(_) | Token::Close(_) => None,
    }
}

fn is_number(lexed: &Lexed, at: usize, text: &str) -> bool {
    let token = lexed.tokens.get(at);
    token
        .is_some_and(|token| token.kind == Token::Number && (text.is_empty() || token.text == text))
}

fn is_open(lexed: &Lexed, at: usize) -> bool {
    let token = lexed.tokens.get(at);
    token.is_some_and(|token| token.kind == Token::Open(Delimiter::Parenthesis))
}

/// Reads the number at a token; the token after it.
fn number(text: &str, lexed: &Lexed, at: usize, found: &mut Vec<Found>) -> usize {
    if let Some(end) = index(lexed, at) {
        found.push(Found::exempt(lexed.ranges[at].clone(), Kind::Name));
        return end;
    }
    let mut first = at;
    if let Some(before) = at.checked_sub(1) {
        match sign(lexed, before) {
            Some(Sign::Minus | Sign::Plus) if is_unary(lexed, before) => first = before,
            // A bare one is where the math begins.
            Some(Sign::Dollar) if lexed.ranges[before].len() > 1 => first = before,
            _ => {}
        }
    }
    let mut last = at;
    if is_number(lexed, at, "10") {
        last = power(lexed, at + 1).unwrap_or(last);
    } else if sign(lexed, at + 1) == Some(Sign::Star) && is_number(lexed, at + 2, "10") {
        last = power(lexed, at + 3).unwrap_or(last);
    }
    last = unit(lexed, last);
    let range = extent(text, lexed.ranges[first].start..lexed.ranges[last].end);
    found.push(Found::quantity(range));
    last + 1
}

/// A subscript, or a small power of a symbol or a group.
fn index(lexed: &Lexed, at: usize) -> Option<usize> {
    let open = at.checked_sub(1).filter(|open| is_open(lexed, *open));
    let mark = open.unwrap_or(at).checked_sub(1)?;
    match sign(lexed, mark)? {
        Sign::Other('_') => Some(at + 1),
        Sign::Caret => {
            let is_small = matches!(&*lexed.tokens[at].text, "2" | "3");
            let base = lexed.tokens.get(mark.checked_sub(1)?)?;
            let is_symbol = matches!(base.kind, Token::Name | Token::Close(_));
            (is_small && is_symbol).then_some(at + 1)
        }
        _ => None,
    }
}

/// Whether a sign belongs to the number behind it, and joins nothing.
fn is_unary(lexed: &Lexed, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    match lexed.tokens[before].kind {
        Token::Open(_) => true,
        Token::Sign(sign) => sign != Sign::Percent,
        Token::Number | Token::Quoted | Token::Name | Token::Close(_) => false,
    }
}

/// The last token of `^{23}`.
fn power(lexed: &Lexed, at: usize) -> Option<usize> {
    if sign(lexed, at)? != Sign::Caret {
        return None;
    }
    match is_open(lexed, at + 1) {
        true => {
            let partner = lexed.tokens[at + 1].partner as usize;
            let inner = lexed.tokens.get(at + 2..partner)?;
            let is_plain = inner.iter().any(|token| token.kind == Token::Number)
                && inner.iter().all(|token| token.kind != Token::Name);
            is_plain.then_some(partner)
        }
        false => is_number(lexed, at + 1, "").then_some(at + 1),
    }
}

/// The last token of the unit behind a token.
fn unit(lexed: &Lexed, at: usize) -> usize {
    let is_unit = |at: usize| {
        let token = lexed.tokens.get(at);
        token.is_some_and(|token| token.kind == Token::Name && measures(&token.text).is_some())
    };
    if sign(lexed, at + 1) == Some(Sign::Percent) {
        return at + 1;
    }
    if !is_unit(at + 1) {
        return at;
    }
    let mut last = at + 1;
    while sign(lexed, last + 1) == Some(Sign::Slash) && is_unit(last + 2) {
        last += 2;
    }
    last
}

/// With the brace that closes the font of the unit.
fn extent(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let open = inner.matches('{').count();
    let closed = inner.matches('}').count();
    let brace = usize::from(open == closed + 1 && text[range.end..].starts_with('}'));
    range.start..range.end + brace
}
