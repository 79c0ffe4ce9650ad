//! The tokens of plain text.

use std::ops::Range;
use std::vec::Vec;

/// A token of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) what: What,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Number,
    Word,
    Operator,
    Relation,
    Open,
    Close,
    Money,
    Other,
}

/// The tokens of a part of a text.
pub(super) fn tokens(text: &str, within: Range<usize>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let rest = &text[at..within.end];
        let Some(c) = rest.chars().next() else { break };
        let (what, length) = match c {
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            '0'..='9' => number(rest),
            c if c.is_alphabetic() || c == '_' => word(rest),
            '(' => (What::Open, 1),
            ')' => (What::Close, 1),
            '$' | '€' | '£' => (What::Money, c.len_utf8()),
            '%' => (What::Word, 1),
            '=' | '≈' | '~' => (What::Relation, c.len_utf8()),
            // `$2/hour`
            '/' if rest[1..].starts_with(char::is_alphabetic)
                && tokens
                    .last()
                    .is_some_and(|last| last.what == What::Number && last.range.end == at) =>
            {
                (What::Word, 1 + word(&rest[1..]).1)
            }
            '×' | '·' | '⋅' | '÷' | '−' | '*' | '+' | '/' | '^' => {
                (What::Operator, c.len_utf8())
            }
            // A hyphen joins, a minus stands apart.
            '-' => {
                let is_apart = text[..at].ends_with(char::is_whitespace)
                    && rest[1..].starts_with(char::is_whitespace);
                (
                    if is_apart {
                        What::Operator
                    } else {
                        What::Other
                    },
                    1,
                )
            }
            c => (What::Other, c.len_utf8()),
        };
        let what = match &text[at..at + length] {
            "x" if tokens.last().is_some_and(|token| token.what != What::Other) => {
                let next = rest[length..].trim_start().chars().next();
                match next.is_some_and(|c| c.is_ascii_digit() || "($".contains(c)) {
                    true => What::Operator,
                    false => what,
                }
            }
            _ => what,
        };
        tokens.push(Token {
            what,
            range: at..at + length,
        });
        at += length;
    }
    tokens
}

/// `10,000`, `3.5e-5`, `10⁸`, `80GB`, `2**`.
pub(super) fn number(text: &str) -> (What, usize) {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let is_inside = match c {
            '.' | ',' => next.is_some_and(|c| c.is_ascii_digit()),
            '-' | '+' => {
                text[..at].ends_with(['e', 'E']) && next.is_some_and(|c| c.is_ascii_digit())
            }
            c => c.is_alphanumeric() || c == '_' || c == '⁻',
        };
        if !is_inside {
            break;
        }
        end = at + c.len_utf8();
    }
    // `64-bit`, `5-7`, `9:30`, `3/4/2020` are none.
    let rest = &text[end..];
    let is_joined = rest.starts_with(['-', '–', ':', '—'])
        && rest.chars().nth(1).is_some_and(char::is_alphanumeric);
    match is_joined {
        true => (What::Other, end),
        false => (What::Number, end),
    }
}

/// `GB/s`, `GPU-hours`, `H100`.
fn word(text: &str) -> (What, usize) {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_letter = chars.peek().is_some_and(|(_, c)| c.is_alphabetic());
        let is_inside = c.is_alphanumeric() || c == '_' || "/-·".contains(c) && next_is_letter;
        // `GPT-3`
        let is_name = c == '-' && chars.peek().is_some_and(|(_, c)| c.is_ascii_digit());
        if !is_inside && !is_name {
            break;
        }
        end = at + c.len_utf8();
    }
    (What::Word, end)
}
