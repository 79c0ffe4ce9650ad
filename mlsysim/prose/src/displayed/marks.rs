//! The tokens of text and of LaTeX as one kind.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use super::notation::Notation;
use crate::latex::latex;
use mlsysim_language::lex::{Lexed, lex};
use mlsysim_language::token::{Kind, Sign};

/// A token of displayed arithmetic.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) what: What,
    pub(super) text: String,
    /// Where it stands in the source.
    pub(super) range: Range<usize>,
    /// Whether nothing stands between it and the one before.
    pub(super) touches: bool,
    /// For what opens or closes a group, the number of its partner.
    pub(super) partner: usize,
    /// Whether it is a word, and no symbol of LaTeX.
    pub(super) is_upright: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Number,
    Name,
    Sign(Sign),
    Open(Group),
    Close,
    /// The line of a fraction.
    Bar,
    /// The end of a line of LaTeX.
    Row,
    /// What is no part of arithmetic.
    Other,
}

/// What a group does to what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Plain,
    /// `[ ]`, which may be a list.
    Bracket,
    Floor,
    Ceiling,
}

/// The tokens of a source; none where its groups do not close.
pub(super) fn marks(source: &str, notation: Notation) -> Vec<Mark> {
    let mut marks = Vec::new();
    match notation {
        Notation::Text => match lex(source) {
            Ok(lexed) => add(&mut marks, source, &lexed, 0, notation),
            Err(_) => return marks,
        },
        Notation::Latex => {
            let mut start = 0;
            for row in source.split("\\\\") {
                if start > 0 {
                    marks.push(end_of_row(start - 2));
                }
                // `\\[4pt]` sets the next row apart.
                let inner = row.strip_prefix('[').and_then(|row| row.split_once(']'));
                let inner = inner.map_or(row, |(_, inner)| inner);
                let shift = start + row.len() - inner.len();
                add(&mut marks, inner, &latex(inner), shift, notation);
                start += row.len() + 2;
            }
        }
    }
    match pair(&mut marks) {
        true => marks,
        false => Vec::new(),
    }
}

fn end_of_row(at: usize) -> Mark {
    Mark {
        what: What::Row,
        text: String::new(),
        range: at..at + 2,
        touches: false,
        partner: 0,
        is_upright: false,
    }
}

fn add(marks: &mut Vec<Mark>, source: &str, lexed: &Lexed, shift: usize, notation: Notation) {
    let mut upright = lexed.upright.clone();
    upright.sort_by_key(|range| range.start);
    let mut words = upright.into_iter().peekable();
    let mut word_end = 0;
    for (token, range) in lexed.tokens.iter().zip(&lexed.ranges) {
        while let Some(word) = words.next_if(|word| word.start <= range.start) {
            word_end = word_end.max(word.end);
        }
        let is_bar = notation == Notation::Latex && range.is_empty();
        let what = match (&token.kind, &*token.text) {
            (Kind::Sign(Sign::Slash), _) if is_bar => What::Bar,
            (Kind::Name, name) => command(name, source, range).unwrap_or(What::Name),
            (Kind::Number, _) => What::Number,
            (Kind::Open(_), "[") => What::Open(Group::Bracket),
            (Kind::Open(_), _) => What::Open(Group::Plain),
            (Kind::Close(_), _) => What::Close,
            (Kind::Sign(_), "(" | "[") => What::Open(Group::Plain),
            (Kind::Sign(_), ")" | "]") => What::Close,
            (Kind::Sign(_), "⌊") => What::Open(Group::Floor),
            (Kind::Sign(_), "⌈") => What::Open(Group::Ceiling),
            (Kind::Sign(_), "⌋" | "⌉") => What::Close,
            (Kind::Sign(Sign::Other('€' | '£' | '¥')), _) => What::Sign(Sign::Dollar),
            (Kind::Sign(sign), _) => What::Sign(*sign),
            (Kind::Quoted, _) => What::Other,
        };
        marks.push(Mark {
            what,
            text: token.text.to_string(),
            range: range.start + shift..range.end + shift,
            touches: token.touches,
            partner: 0,
            is_upright: notation == Notation::Text || range.start < word_end,
        });
    }
}

/// The commands of LaTeX that open, close or relate.
fn command(name: &str, source: &str, range: &Range<usize>) -> Option<What> {
    if !source.get(range.clone())?.starts_with('\\') {
        return None;
    }
    match name {
        "lfloor" => Some(What::Open(Group::Floor)),
        "lceil" => Some(What::Open(Group::Ceiling)),
        "rfloor" | "rceil" => Some(What::Close),
        "cong" | "doteq" | "approxeq" | "thickapprox" => Some(What::Sign(Sign::Prints)),
        "equiv" => Some(What::Sign(Sign::Assign)),
        "ne" | "neq" | "gg" | "ll" | "propto" | "in" | "gtrsim" | "lesssim" | "gtrapprox"
        | "lessapprox" | "rightarrow" | "Rightarrow" | "longrightarrow" | "Longrightarrow"
        | "implies" | "iff" | "mapsto" | "leftarrow" | "Leftarrow" | "Leftrightarrow"
        | "leftrightarrow" | "leadsto" | "succ" | "prec" | "mid" => Some(What::Sign(Sign::Thick)),
        _ => None,
    }
}

/// Tells each group where it ends; whether each has an end.
fn pair(marks: &mut [Mark]) -> bool {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..marks.len() {
        match marks[at].what {
            What::Open(_) => open.push(at),
            What::Close => {
                let Some(start) = open.pop() else {
                    return false;
                };
                marks[start].partner = at;
                marks[at].partner = start;
            }
            // A fraction does not go over a line's end.
            What::Row if !open.is_empty() => return false,
            _ => {}
        }
    }
    open.is_empty()
}
