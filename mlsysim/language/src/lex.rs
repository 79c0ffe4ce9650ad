//! Text to tokens, for pages and command lines.
//!
//! A page may write `10,000`, `×`, `−`, `≈` or `≤`; a macro's tokens come from the compiler.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use crate::token::{Delimiter, Kind, Sign, Token};

/// Tokens with the bytes that each stands on.
#[derive(Clone, Debug, Default)]
pub struct Lexed {
    /// The tokens.
    pub tokens: Vec<Token>,
    /// Where each stands in the text.
    pub ranges: Vec<Range<usize>>,
    /// What LaTeX sets as words and not as symbols: the insides of `\text{…}`, in order.
    pub upright: Vec<Range<usize>>,
}

/// Why a text has no tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexError {
    /// In words.
    pub message: &'static str,
    /// Where it is.
    pub range: Range<usize>,
}

/// Splits a text into tokens.
///
/// ```
/// use mlsysim_language::lex::lex;
/// let lexed = lex("10,000 GPUs × $3.50/h").unwrap();
/// let texts: Vec<&str> = lexed.tokens.iter().map(|token| token.text.as_str()).collect();
/// assert_eq!(texts, ["10_000", "GPUs", "*", "$", "3.50", "/", "h"]);
/// ```
///
/// # Errors
/// If a group is not closed, or a quotation mark has no partner.
pub fn lex(text: &str) -> Result<Lexed, LexError> {
    let mut lexer = Lexer {
        text,
        at: 0,
        lexed: Lexed::default(),
        open: Vec::new(),
    };
    loop {
        let before = lexer.at;
        lexer.skip_space();
        let touches = before == lexer.at && !lexer.lexed.tokens.is_empty();
        if lexer.rest().is_empty() {
            break;
        }
        lexer.token(touches)?;
    }
    match lexer.open.pop() {
        Some((_, open)) => Err(LexError {
            message: "a parenthesis is not closed",
            range: lexer.lexed.ranges[open].clone(),
        }),
        None => Ok(lexer.lexed),
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    lexed: Lexed,
    open: Vec<(Delimiter, usize)>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn push(&mut self, kind: Kind, text: String, length: usize, touches: bool) {
        let number = self.lexed.tokens.len();
        self.lexed.tokens.push(Token {
            kind,
            text,
            touches,
            partner: u32::try_from(number).unwrap_or(u32::MAX),
        });
        self.lexed.ranges.push(self.at..self.at + length);
        self.at += length;
    }

    fn token(&mut self, touches: bool) -> Result<(), LexError> {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return Ok(());
        };
        match first {
            '0'..='9' => {
                let (text, length) = self.number();
                self.push(Kind::Number, text, length, touches);
            }
            '(' | '[' | '{' => {
                let delimiter = delimiter(first);
                self.open.push((delimiter, self.lexed.tokens.len()));
                self.push(Kind::Open(delimiter), first.to_string(), 1, touches);
            }
            ')' | ']' | '}' => self.close(first, touches)?,
            '"' => {
                let Some(end) = rest[1..].find('"') else {
                    return Err(self.error("a quotation mark has no partner", rest.len()));
                };
                let inner = rest[1..=end].to_string();
                self.push(Kind::Quoted, inner, end + 2, touches);
            }
            first if first.is_alphabetic() || first == '_' => {
                let is_end = |c: char| !(c.is_alphanumeric() || c == '_');
                let length = rest.find(is_end).unwrap_or(rest.len());
                self.push(Kind::Name, rest[..length].to_string(), length, touches);
            }
            _ => {
                let (sign, length) = sign(rest, first);
                let text = Sign::ALL.iter().find(|(known, _)| *known == sign);
                let text = text.map_or_else(|| first.to_string(), |(_, text)| text.to_string());
                self.push(Kind::Sign(sign), text, length, touches);
            }
        }
        Ok(())
    }

    fn error(&self, message: &'static str, length: usize) -> LexError {
        LexError {
            message,
            range: self.at..self.at + length,
        }
    }

    fn close(&mut self, sign: char, touches: bool) -> Result<(), LexError> {
        let closed = match sign {
            ')' => Delimiter::Parenthesis,
            ']' => Delimiter::Bracket,
            _ => Delimiter::Brace,
        };
        match self.open.pop() {
            Some((delimiter, open)) if delimiter == closed => {
                let number = self.lexed.tokens.len();
                self.push(Kind::Close(closed), sign.to_string(), 1, touches);
                self.lexed.tokens[open].partner = u32::try_from(number).unwrap_or(u32::MAX);
                self.lexed.tokens[number].partner = u32::try_from(open).unwrap_or(u32::MAX);
                Ok(())
            }
            _ => Err(self.error("a parenthesis is closed that was not opened", 1)),
        }
    }

    /// A number with its suffix; `10,000` outside of a list and of a call is one.
    fn number(&self) -> (String, usize) {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let digits = |from: usize| {
            let run = bytes[from..].iter();
            run.take_while(|byte| byte.is_ascii_digit() || **byte == b'_')
                .count()
        };
        let mut end = digits(0);
        if end <= 3 && !self.is_in_list() {
            while bytes.get(end) == Some(&b',') && digits(end + 1) == 3 {
                end += 4;
            }
        }
        if bytes.get(end) == Some(&b'.') && digits(end + 1) > 0 {
            end += 1 + digits(end + 1);
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let exponent = bytes
                .get(end + 1 + sign..)
                .map_or(0, |_| digits(end + 1 + sign));
            if exponent > 0 {
                end += 1 + sign + exponent;
            }
        }
        let suffix = &rest[end..];
        let is_end = |c: char| !(c.is_alphanumeric() || c == '_');
        end += suffix.find(is_end).unwrap_or(suffix.len());
        (rest[..end].replace(',', "_"), end)
    }

    /// Between the commas of a list or of a call's arguments.
    fn is_in_list(&self) -> bool {
        match self.open.last() {
            Some((Delimiter::Bracket, _)) => true,
            Some((_, open)) => {
                let before = open.checked_sub(1).map(|before| &self.lexed.tokens[before]);
                self.lexed.tokens[*open].touches
                    && before.is_some_and(|token| token.kind == Kind::Name)
            }
            None => false,
        }
    }
}

fn delimiter(sign: char) -> Delimiter {
    match sign {
        '(' => Delimiter::Parenthesis,
        '[' => Delimiter::Bracket,
        _ => Delimiter::Brace,
    }
}

/// The sign that the text begins with, typographic ones as what they mean.
fn sign(text: &str, first: char) -> (Sign, usize) {
    let typographic = match first {
        '×' | '·' | '⋅' | '∗' => Some(Sign::Star),
        '−' => Some(Sign::Minus),
        '÷' => Some(Sign::Slash),
        '≈' => Some(Sign::Prints),
        '≤' => Some(Sign::AtMost),
        '≥' => Some(Sign::AtLeast),
        _ => None,
    };
    match typographic {
        Some(sign) => (sign, first.len_utf8()),
        None => Sign::start_of(text).unwrap_or((Sign::Other(first), first.len_utf8())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let lexed = lex(text).unwrap();
        lexed.tokens.into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn commas_group_digits_only_outside_of_lists() {
        assert_eq!(texts("1,024 + 5"), ["1_024", "+", "5"]);
        assert_eq!(texts("max(1,024)"), ["max", "(", "1", ",", "024", ")"]);
        assert_eq!(texts("[64,512]"), ["[", "64", ",", "512", "]"]);
        assert_eq!(texts("(10,000)"), ["(", "10_000", ")"]);
    }

    #[test]
    fn every_token_stands_on_its_bytes() {
        let text = "3.5×10 ≈ 35µs";
        let lexed = lex(text).unwrap();
        let pieces: Vec<&str> = lexed
            .ranges
            .iter()
            .map(|range| &text[range.clone()])
            .collect();
        assert_eq!(pieces, ["3.5", "×", "10", "≈", "35µs"]);
    }

    #[test]
    fn a_number_ends_where_its_digits_end() {
        for (text, expected) in [
            ("10,000,000", &["10_000_000"][..]),
            ("1,0000", &["1", ",", "0000"]),
            ("1000,000", &["1000", ",", "000"]),
            ("1,024,5", &["1_024", ",", "5"]),
            ("1,024.5e3", &["1_024.5e3"]),
            ("5. h", &["5", ".", "h"]),
            ("5..6", &["5", "..", "6"]),
            ("5..=6", &["5", "..=", "6"]),
            ("a.5", &["a", ".", "5"]),
            ("2.5e-5x", &["2.5e-5x"]),
            ("5e", &["5e"]),
            ("5e+", &["5e", "+"]),
            ("1e5.5", &["1e5", ".", "5"]),
            ("max (1,024)", &["max", "(", "1_024", ")"]),
            ("f((1,024))", &["f", "(", "(", "1_024", ")", ")"]),
            ("1\u{a0}024", &["1", "024"]),
        ] {
            assert_eq!(texts(text), expected, "{text}");
        }
    }

    #[test]
    fn the_longest_sign_is_taken() {
        assert_eq!(
            texts("a<=b<c==d~=e"),
            ["a", "<=", "b", "<", "c", "==", "d", "~=", "e"]
        );
        assert_eq!(texts("a<-b"), ["a", "<", "-", "b"]);
        assert_eq!(texts("..=..="), ["..=", "..="]);
        assert_eq!(texts("a::b:c"), ["a", "::", "b", ":", "c"]);
        assert_eq!(texts("≤≥≈−×÷"), ["<=", ">=", "~=", "-", "*", "/"]);
        assert_eq!(texts("–§"), ["–", "§"]);
    }

    #[test]
    fn a_token_touches_the_one_before_it() {
        let lexed = lex("3 USD/ GPU /h").unwrap();
        let touches: Vec<bool> = lexed.tokens.iter().map(|token| token.touches).collect();
        assert_eq!(touches, [false, false, true, false, false, true]);
    }

    #[test]
    fn what_has_no_tokens_says_where() {
        for (text, words, under) in [
            ("1 + (2", "not closed", "("),
            ("[(1]", "closed that was not opened", "]"),
            ("1)", "closed that was not opened", ")"),
            ("a \"µ", "no partner", "\"µ"),
        ] {
            let error = lex(text).unwrap_err();
            assert!(error.message.contains(words), "{text}: {}", error.message);
            assert_eq!(&text[error.range], under, "{text}");
        }
        assert!(lex("").unwrap().tokens.is_empty());
        assert!(lex(" \u{a0}\n").unwrap().tokens.is_empty());
    }

    #[test]
    fn groups_know_their_partners() {
        let lexed = lex("(a [b])").unwrap();
        let partners: Vec<u32> = lexed.tokens.iter().map(|token| token.partner).collect();
        assert_eq!(partners, [5, 1, 4, 3, 2, 0]);
        for text in ["(a", "a)", "(a]", "\"a"] {
            assert!(lex(text).is_err(), "{text}");
        }
    }
}
