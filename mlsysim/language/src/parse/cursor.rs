//! Tokens one after the other, and what may be asked of the next one.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::nearest::nearest_of;
use crate::number::Name;
use crate::operation::Order;
use crate::token::{Delimiter, Error, Extent, Kind, Result, Sign, Token};
use crate::units::own::{NONE, OwnUnits};

/// Reads tokens from left to right.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) own: &'a OwnUnits,
    pub(super) at: usize,
    /// One past the last token of the group that is read.
    pub(super) end: usize,
    pub(super) depth: u32,
    pub(super) size: u32,
}

impl<'a> Parser<'a> {
    /// From the first token, with the units of the table alone.
    pub fn new(tokens: &'a [Token]) -> Self {
        Parser::with(tokens, &NONE)
    }

    /// The same with units of a book's own.
    pub fn with(tokens: &'a [Token], own: &'a OwnUnits) -> Self {
        Parser {
            tokens,
            own,
            at: 0,
            end: tokens.len(),
            depth: 0,
            size: 0,
        }
    }

    /// Whether nothing is left of the group, or of the whole.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.end
    }

    /// The next token.
    pub fn peek(&self) -> Option<&'a Token> {
        self.peek_at(0)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<&'a Token> {
        let at = self.at + ahead;
        (at < self.end).then(|| &self.tokens[at])
    }

    /// Where the next token stands; at the end, what closes the group, or the last token.
    pub fn here(&self) -> Extent {
        let last = self.tokens.len().saturating_sub(1);
        Extent::at(number(self.at.min(last)))
    }

    /// Where the token before stands.
    pub fn before(&self) -> Extent {
        Extent::at(number(self.at.saturating_sub(1)))
    }

    /// An error at the next token.
    pub fn error(&self, message: impl Into<String>) -> Error {
        self.here().error(message)
    }

    /// Passes a token over.
    pub fn skip(&mut self) {
        if let Some(token) = self.peek() {
            self.at = match token.kind {
                Kind::Open(_) => token.partner as usize + 1,
                _ => self.at + 1,
            };
        }
    }

    /// Whether the next token is this sign.
    pub fn is_sign(&self, sign: Sign) -> bool {
        self.is_sign_at(0, sign)
    }

    pub(super) fn is_sign_at(&self, ahead: usize, sign: Sign) -> bool {
        self.peek_at(ahead)
            .is_some_and(|token| token.kind == Kind::Sign(sign))
    }

    pub(super) fn is_open(&self, delimiter: Delimiter) -> bool {
        self.peek()
            .is_some_and(|token| token.kind == Kind::Open(delimiter))
    }

    /// Whether a group comes next.
    pub fn is_group(&self) -> bool {
        self.peek()
            .is_some_and(|token| matches!(token.kind, Kind::Open(_)))
    }

    /// Takes the sign if it comes next.
    pub fn take_sign(&mut self, sign: Sign) -> Option<Extent> {
        self.is_sign(sign).then(|| {
            let here = self.here();
            self.at += 1;
            here
        })
    }

    /// Whether the next token is this word.
    pub fn is_word(&self, word: &str) -> bool {
        self.peek()
            .is_some_and(|token| token.kind == Kind::Name && token.text == word)
    }

    /// Takes the word if it comes next.
    pub fn take_word(&mut self, word: &str) -> Option<Extent> {
        self.is_word(word).then(|| {
            let here = self.here();
            self.at += 1;
            here
        })
    }

    /// Takes a text in quotes if it comes next.
    pub fn take_quoted(&mut self) -> Option<Name> {
        let token = self.peek().filter(|token| token.kind == Kind::Quoted)?;
        let extent = self.here();
        self.at += 1;
        Some(Name {
            text: token.text.clone(),
            extent,
        })
    }

    /// A name that the author gives.
    pub fn name(&mut self, message: &str) -> Result<Name> {
        let Some(token) = self.peek().filter(|token| token.kind == Kind::Name) else {
            return Err(self.error(message));
        };
        let extent = self.here();
        let bare = token.text.strip_prefix("r#").unwrap_or(&token.text);
        if is_keyword(bare) || bare.len() < token.text.len() {
            return Err(extent.error(format!("`{bare}` is a keyword and no name")));
        }
        self.at += 1;
        Ok(Name {
            text: token.text.clone(),
            extent,
        })
    }

    /// Reads what stands in the group that comes next.
    pub fn inside<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let close = self.tokens[self.at].partner as usize;
        let end = core::mem::replace(&mut self.end, close);
        self.at += 1;
        let result = read(self);
        self.end = end;
        let value = result?;
        self.at = close + 1;
        Ok(value)
    }

    /// The tokens from one place to another, as text.
    pub fn text(&self, extent: Extent) -> String {
        text(&self.tokens[extent.first as usize..=extent.last as usize])
    }

    /// Fails if something is left of the group.
    pub fn finish(&self) -> Result<()> {
        match self.is_at_end() {
            true => Ok(()),
            false => Err(self.unfinished()),
        }
    }

    /// Something stands after a whole expression.
    pub fn unfinished(&self) -> Error {
        self.error(match self.order_next() || self.is_half_relation() {
            true => "a relation belongs in a claim of `check!`, outside of any parenthesis",
            false => "unexpected token: an operator is missing before it",
        })
    }

    /// Whether an order or another relation comes next.
    pub fn relation_next(&self) -> bool {
        self.order_next() || self.is_half_relation()
    }

    pub(super) fn is_half_relation(&self) -> bool {
        [Sign::Prints, Sign::Equals, Sign::Assign, Sign::Tilde]
            .into_iter()
            .any(|sign| self.is_sign(sign))
    }

    pub(super) fn order_next(&self) -> bool {
        self.peek().is_some_and(|token| order_of(token).is_some())
    }
}

pub(super) fn order_of(token: &Token) -> Option<Order> {
    match token.kind {
        Kind::Sign(Sign::Less) => Some(Order::Less),
        Kind::Sign(Sign::AtMost) => Some(Order::AtMost),
        Kind::Sign(Sign::More) => Some(Order::More),
        Kind::Sign(Sign::AtLeast) => Some(Order::AtLeast),
        _ => None,
    }
}

/// Words that Rust keeps for itself.
const KEYWORDS: [&str; 50] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "unsafe", "unsized", "use", "virtual", "where", "while",
];

/// Whether a word is no name in Rust.
pub fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word) || matches!(word, "_" | "yield" | "typeof")
}

/// A token's number as places count it.
pub(super) fn number(token: usize) -> u32 {
    u32::try_from(token).unwrap_or(u32::MAX)
}

/// Tokens as text: as an author would write them.
fn text(tokens: &[Token]) -> String {
    let mut text = String::new();
    let mut before: Option<&Token> = None;
    for token in tokens {
        if before.is_some_and(|before| is_apart(before, token)) {
            text.push(' ');
        }
        match token.kind {
            Kind::Quoted => {
                text.push('"');
                text.push_str(&token.text);
                text.push('"');
            }
            _ => text.push_str(&token.text),
        }
        before = Some(token);
    }
    text
}

fn is_apart(left: &Token, right: &Token) -> bool {
    use Delimiter::Brace;
    let sticks_left = matches!(
        left.kind,
        Kind::Open(Delimiter::Parenthesis | Delimiter::Bracket | Delimiter::Transparent)
            | Kind::Close(Delimiter::Transparent)
            | Kind::Sign(Sign::Path | Sign::Dot | Sign::Ampersand | Sign::Bang | Sign::Dollar)
    );
    let sticks_right = matches!(
        right.kind,
        Kind::Close(Delimiter::Parenthesis | Delimiter::Bracket | Delimiter::Transparent)
            | Kind::Open(Delimiter::Transparent)
            | Kind::Sign(
                Sign::Path | Sign::Dot | Sign::Comma | Sign::Semicolon | Sign::Bang | Sign::Percent
            )
    );
    let is_call = matches!(
        left.kind,
        Kind::Name | Kind::Sign(Sign::Bang) | Kind::Close(_)
    ) && matches!(right.kind, Kind::Open(delimiter) if delimiter != Brace);
    !(sticks_left || sticks_right || is_call)
}

/// `; the nearest is …`, or nothing.
pub fn suggestion<'n>(unknown: &str, known: impl Iterator<Item = &'n str>) -> String {
    match &*nearest_of(unknown, known) {
        [] => String::new(),
        [one] => format!(": the nearest is `{one}`"),
        several => {
            let several: Vec<String> = several.iter().map(|name| format!("`{name}`")).collect();
            format!(": did you mean {}?", several.join(" or "))
        }
    }
}
