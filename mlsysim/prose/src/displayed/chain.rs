//! Chains of equalities: `a = b ≈ c`.

use alloc::vec::Vec;
use core::ops::Range;

use super::marks::{Mark, What, marks};
use super::notation::Notation;
use super::side::Side;
use mlsysim_language::token::Sign;

/// Sides with relations between them.
#[derive(Clone, Debug)]
pub struct Chain {
    /// At least two.
    pub sides: Vec<Side>,
    /// One fewer.
    pub relations: Vec<Relation>,
}

/// What stands between two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `=`
    Equal,
    /// `≈`, `~`
    About,
    /// `<`, `→` and the like, which say of no value what it is.
    Other,
}

/// The chains of a text or of LaTeX, and what stands alone as a chain of one side.
///
/// ```
/// use mlsysim_prose::displayed::{Notation, chains};
/// let found = chains("7e9 * 2 B = 14 GB", Notation::Text);
/// assert_eq!(found[0].sides[1].range, 12..17);
/// ```
pub fn chains(source: &str, notation: Notation) -> Vec<Chain> {
    let marks = marks(source, notation);
    let mut chains = Vec::new();
    let mut chain = Splitter::default();
    let mut at = 0;
    while at < marks.len() {
        let next = match marks[at].what {
            What::Open(_) => marks[at].partner + 1,
            _ => at + 1,
        };
        match break_at(&marks, at) {
            None => chain.to = next,
            Some(Break::Relation(relation, length)) => {
                chain.relation(&marks, relation, notation);
                chain.begin(at + length);
                at += length;
                continue;
            }
            Some(Break::Goes) => {}
            Some(Break::End) => {
                chain.end(&marks, notation, &mut chains);
                chain.begin(next);
            }
        }
        at = next;
    }
    chain.end(&marks, notation, &mut chains);
    chains
}

/// What ends a side.
enum Break {
    /// With the number of its tokens.
    Relation(Relation, usize),
    /// It ends the chain.
    End,
    /// It only looks as if.
    Goes,
}

fn break_at(marks: &[Mark], at: usize) -> Option<Break> {
    let sign = |at: usize| match marks.get(at).map(|mark| mark.what) {
        Some(What::Sign(sign)) => Some(sign),
        _ => None,
    };
    let touches = |at: usize| marks.get(at).is_some_and(|mark| mark.touches);
    let is_name = |at: usize| marks.get(at).is_some_and(|mark| mark.what == What::Name);
    let one = |relation| Some(Break::Relation(relation, 1));
    match marks[at].what {
        What::Row => {
            // `a &= b \\ &= c`
            let goes_on = match sign(at + 1) {
                Some(Sign::Plus | Sign::Star) => true,
                Some(_) => matches!(break_at(marks, at + 1), Some(Break::Relation(..))),
                None => false,
            };
            Some(if goes_on { Break::Goes } else { Break::End })
        }
        What::Sign(sign_here) => match sign_here {
            Sign::Assign | Sign::Equals => one(Relation::Equal),
            Sign::Prints | Sign::Other('≃' | '≅' | '≐') => one(Relation::About),
            Sign::Tilde => one(Relation::About),
            Sign::Bang if sign(at + 1) == Some(Sign::Assign) => {
                Some(Break::Relation(Relation::Other, 2))
            }
            Sign::Colon if sign(at + 1) == Some(Sign::Assign) => {
                Some(Break::Relation(Relation::Equal, 2))
            }
            Sign::Less
            | Sign::More
            | Sign::AtMost
            | Sign::AtLeast
            | Sign::Arrow
            | Sign::Thick
            | Sign::Other('≠' | '→' | '⇒' | '≪' | '≫' | '∝' | '≲' | '≳' | '∈' | '⟹' | '⟶') => {
                one(Relation::Other)
            }
            Sign::Dot if touches(at) && touches(at + 1) && is_name(at + 1) => None,
            Sign::Comma | Sign::Semicolon | Sign::Colon | Sign::Hash | Sign::Dot => {
                Some(Break::End)
            }
            Sign::Other('…' | '\u{fffc}') => Some(Break::End),
            _ => None,
        },
        _ => None,
    }
}

/// The chain that is read.
#[derive(Default)]
struct Splitter {
    sides: Vec<Side>,
    relations: Vec<Relation>,
    /// The tokens of the side that is read.
    from: usize,
    to: usize,
}

impl Splitter {
    fn begin(&mut self, at: usize) {
        (self.from, self.to) = (at, at);
    }

    fn side(&mut self, marks: &[Mark], notation: Notation) -> Option<Side> {
        let range: Range<usize> = self.from..self.to;
        Side::of(
            marks.get(range).filter(|marks| !marks.is_empty())?,
            notation,
        )
    }

    fn relation(&mut self, marks: &[Mark], relation: Relation, notation: Notation) {
        match self.side(marks, notation) {
            Some(side) => {
                self.sides.push(side);
                self.relations.push(relation);
            }
            // `= ~3`
            None => match self.relations.last_mut() {
                Some(last) if *last == Relation::Equal => *last = relation,
                Some(_) => {}
                // `~3 * 4 = 12` begins with a word for "about".
                None => {}
            },
        }
    }

    fn end(&mut self, marks: &[Mark], notation: Notation, chains: &mut Vec<Chain>) {
        let last = self.side(marks, notation);
        self.sides.extend(last);
        let sides = core::mem::take(&mut self.sides);
        let mut relations = core::mem::take(&mut self.relations);
        // `2 * 3 =` ends outside: its relation stays with it.
        relations.truncate(sides.len());
        if !sides.is_empty() {
            chains.push(Chain { sides, relations });
        }
        self.begin(0);
    }
}
