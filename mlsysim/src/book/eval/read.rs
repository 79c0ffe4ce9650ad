//! What is asked: an expression, perhaps in a unit, or a comparison.

use std::format;
use std::ops::Range;

use mlsysim_language::expression::{Expression, Relation};
use mlsysim_language::lex::{Lexed, lex};
use mlsysim_language::number::Number;
use mlsysim_language::parse::Parser;
use mlsysim_language::steps::Scope;
use mlsysim_language::token::{Kind, Sign, Token};
use mlsysim_language::units::own::OwnUnits;

use super::mistake::Mistake;

/// What a text asks.
#[allow(clippy::large_enum_variant)] // One at a time, and taken apart at once.
pub(super) enum Asked {
    /// A value, in a unit where one is named.
    Value(Expression, Option<InUnit>),
    /// Whether something holds.
    Claim(Relation),
}

/// A unit on request: one of it, and where it stands.
pub(super) struct InUnit {
    pub(super) one: Number,
    pub(super) range: Range<usize>,
}

/// A text as its tokens and what they ask.
pub(super) fn read(text: &str, own: &OwnUnits) -> Result<(Lexed, Asked), Mistake> {
    let lexed = lex(text).map_err(|error| Mistake {
        message: error.message.into(),
        range: error.range,
    })?;
    let asked = asked(text, &lexed, own)?;
    Ok((lexed, asked))
}

fn asked(text: &str, lexed: &Lexed, own: &OwnUnits) -> Result<Asked, Mistake> {
    let tokens = &*lexed.tokens;
    if tokens.is_empty() {
        return Err(
            "an expression is missing, such as `70 billion params * 2 B / 3.35 TB/s`".into(),
        );
    }
    let wrong = |error| Mistake::of(error, &lexed.ranges, text);
    if let Some(word) = unit_word(tokens) {
        let mut parser = Parser::with(&tokens[..word], own);
        let value = parser.expression().map_err(wrong)?;
        parser.finish().map_err(wrong)?;
        let unit = unit(text, lexed.ranges[word].clone(), own)?;
        return Ok(Asked::Value(value, Some(unit)));
    }
    let mut parser = Parser::with(tokens, own);
    match is_relation(tokens) {
        true => {
            let relation = parser.relation().map_err(wrong)?;
            parser.finish().map_err(wrong)?;
            Ok(Asked::Claim(relation))
        }
        false => {
            let value = parser.expression().map_err(wrong)?;
            if parser.is_word("to") || parser.is_word("as") {
                let error = parser.error("a unit on request is written `in ms`");
                return Err(wrong(error));
            }
            parser.finish().map_err(wrong)?;
            Ok(Asked::Value(value, None))
        }
    }
}

/// The numbers of the tokens that stand in no group.
fn outside(tokens: &[Token]) -> impl DoubleEndedIterator<Item = usize> {
    let mut depth = 0_usize;
    let is_outside = move |(index, token): (usize, &Token)| {
        match token.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => depth = depth.saturating_sub(1),
            Kind::Number | Kind::Quoted | Kind::Name | Kind::Sign(_) => {
                return (depth == 0).then_some(index);
            }
        }
        None
    };
    let found: std::vec::Vec<usize> = tokens.iter().enumerate().filter_map(is_outside).collect();
    found.into_iter()
}

/// The `in` after which a unit stands: a range of values has its `..=`.
fn unit_word(tokens: &[Token]) -> Option<usize> {
    let is_in = |index: &usize| tokens[*index].kind == Kind::Name && tokens[*index].text == "in";
    let word = outside(tokens).rfind(is_in)?;
    let is_range = |index: usize| tokens[index].kind == Kind::Sign(Sign::RangeInclusive);
    let mut after = outside(tokens).filter(|index| *index > word);
    (word > 0 && !after.any(is_range)).then_some(word)
}

fn is_relation(tokens: &[Token]) -> bool {
    outside(tokens).any(|index| match tokens[index].kind {
        Kind::Sign(
            Sign::Prints
            | Sign::Equals
            | Sign::Assign
            | Sign::Tilde
            | Sign::Less
            | Sign::AtMost
            | Sign::More
            | Sign::AtLeast,
        ) => true,
        Kind::Name => matches!(&*tokens[index].text, "in" | "is"),
        _ => false,
    })
}

/// What stands after `in`, read as one of it.
fn unit(text: &str, word: Range<usize>, own: &OwnUnits) -> Result<InUnit, Mistake> {
    let written = text.get(word.end..).unwrap_or_default();
    let start = word.end + (written.len() - written.trim_start().len());
    let (written, range) = (written.trim(), start..start.max(text.trim_end().len()));
    let missing = || Mistake {
        message: "after `in` stands a unit, such as `ms` or `GB/s`".into(),
        range: match range.is_empty() {
            true => word.clone(),
            false => range.clone(),
        },
    };
    if !written.starts_with(|c: char| c.is_alphabetic() || "$%×/".contains(c)) {
        return Err(missing());
    }
    let one = match (written.strip_prefix('$'), written) {
        (Some(rest), _) => format!("$1{rest}"),
        (None, "x" | "×") => "1x".into(),
        (None, rate) if rate.starts_with('/') => format!("1{rate}"),
        (None, written) => format!("1 {written}"),
    };
    // The sign before the unit may stand before or after the one.
    let added = one.len() - written.len();
    let lexed = lex(&one).map_err(|_| missing())?;
    let moved = |error| {
        let Mistake { message, range: at } = Mistake::of(error, &lexed.ranges, &one);
        let place = |at: usize| (start + at.saturating_sub(added)).min(range.end);
        Mistake {
            message,
            range: place(at.start)..place(at.end),
        }
    };
    let mut parser = Parser::with(&lexed.tokens, own);
    let read = parser.expression().map_err(moved)?;
    parser.finish().map_err(moved)?;
    let Expression::Number(one) = read else {
        return Err(missing());
    };
    Scope::open().check_units(&one).map_err(moved)?;
    match one.unit.text.is_empty() {
        true => Err(missing()),
        false => Ok(InUnit { one, range }),
    }
}
