//! Tokens of the language, as they are written for a side.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use mlsysim_language::token::{Delimiter, Kind, Sign, Token};

/// Tells each group of the language's tokens where it ends.
pub(super) fn pair(tokens: &mut [Token]) {
    let mut open = Vec::new();
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    for at in 0..tokens.len() {
        tokens[at].partner = number(at);
        match tokens[at].kind {
            Kind::Open(_) => open.push(at),
            Kind::Close(_) => {
                if let Some(start) = open.pop() {
                    tokens[start].partner = number(at);
                    tokens[at].partner = number(start);
                }
            }
            Kind::Number | Kind::Quoted | Kind::Name | Kind::Sign(_) => {}
        }
    }
}

/// A token of the language.
pub(super) fn token(kind: Kind, text: &str) -> Token {
    Token {
        kind,
        text: text.to_string(),
        touches: false,
        partner: 0,
    }
}

pub(super) fn sign(sign: Sign) -> Token {
    let text = Sign::ALL.iter().find(|(known, _)| *known == sign);
    token(Kind::Sign(sign), text.map_or("", |(_, text)| text))
}

/// A sign that joins two names of a unit.
pub(super) fn joint(of: Sign) -> Token {
    Token {
        touches: true,
        ..sign(of)
    }
}

/// A group around tokens.
pub(super) fn grouped(inner: Vec<Token>) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(inner.len() + 2);
    tokens.push(token(Kind::Open(Delimiter::Parenthesis), "("));
    tokens.extend(inner);
    tokens.push(token(Kind::Close(Delimiter::Parenthesis), ")"));
    tokens
}

/// The name that stands for a symbol: no unit is called so.
pub(super) fn place(index: usize) -> Token {
    token(Kind::Name, &format!("S{index}"))
}
