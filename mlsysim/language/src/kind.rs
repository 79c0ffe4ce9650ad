//! What a value counts: nouns carried beside the dimension.
//!
//! Nouns have dimension one, so that `3 USD/GPU/h * 2 h ~= 6 USD` would pass: the fleet forgotten.
//! What has no noun goes with everything: plain numbers, constants, results of formulas.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::nouns::{Noun, Nouns};
use crate::number::Number;
use crate::operation::Operator;

/// What is known of what a value counts.
#[derive(Clone, Debug, Default)]
pub struct Kind {
    /// What it counts, and what it counts it for.
    pub nouns: Nouns,
    /// Nouns below the bar by which the expression itself divides: a share, which may be stated
    /// without them.
    pub divided: Vec<Noun>,
    /// Whether something took part whose nouns are not known.
    pub is_open: bool,
    /// Whether a plain number is a factor, which may be any count.
    pub has_count: bool,
    /// Whether a plain number or something unknown divides, which may be any count.
    pub has_divisor: bool,
    /// Nouns that stood above and below the bar, and are gone.
    pub canceled: Vec<Noun>,
    /// Factors that are a count if they have dimension one.
    pub possible_counts: Vec<Factor>,
}

/// Where a factor's value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// A step of the same program, counted from zero.
    Step(usize),
    /// A value of the napkin.
    Slot(usize),
}

impl Kind {
    /// Of a number.
    pub fn of_number(number: &Number) -> Kind {
        let is_share = number.unit.text.starts_with(['%', '×']);
        Kind {
            nouns: number.unit.nouns.clone(),
            has_count: number.unit.dimension == 0 && number.unit.nouns.is_empty() && !is_share,
            ..Kind::default()
        }
    }

    /// Of a constant, or of what a call gives.
    pub fn unknown(step: usize) -> Kind {
        Kind {
            is_open: true,
            possible_counts: [Factor::Step(step)].into(),
            ..Kind::default()
        }
    }

    /// Of what an operation makes whose nouns mean nothing any more.
    pub fn lost() -> Kind {
        Kind {
            is_open: true,
            ..Kind::default()
        }
    }

    /// The steps of an operand stand that much later in the whole program.
    pub fn moved(mut self, steps: usize) -> Kind {
        if steps == 0 {
            return self;
        }
        for factor in &mut self.possible_counts {
            if let Factor::Step(step) = factor {
                *step += steps;
            }
        }
        self
    }

    /// The program's values begin at a slot of the napkin.
    pub fn placed(mut self, start: usize) -> Kind {
        for factor in &mut self.possible_counts {
            if let Factor::Step(step) = factor {
                *factor = Factor::Slot(start + *step);
            }
        }
        self
    }

    /// Of two values with an operator between them; a message if they do not go together.
    pub fn binary(
        self,
        operator: Operator,
        right: Kind,
        exponent: Option<i32>,
    ) -> Result<Kind, String> {
        match operator {
            Operator::Multiply => Ok(self.times(right, 1)),
            Operator::Divide => Ok(self.times(right, -1)),
            Operator::Add => self.beside(right, "a sum"),
            Operator::Subtract => self.beside(right, "a difference"),
            Operator::Power => Ok(match exponent {
                Some(power) => Kind::default().times(self, power),
                None => Kind::lost(),
            }),
        }
    }

    /// The kind under a name, where it is out of sight by what the expression divides. A constant
    /// in it may have counted just that, as device-hours do.
    pub fn named(mut self) -> Kind {
        let divided = core::mem::take(&mut self.divided);
        if self.is_open {
            self.nouns.below = without(&self.nouns.below, &divided);
        }
        self
    }

    /// The kind of a value that a claim prints: as the figure counts it, and for each of what it
    /// is whether the figure says so or not.
    pub fn printed(self, figure: &Number) -> Kind {
        let own = self.named();
        let mut printed = Kind::of_number(figure);
        for noun in &own.nouns.below {
            if !printed.nouns.below.contains(noun) && !own.has_count {
                printed.nouns.push(noun, -1);
                printed.has_count = false;
            }
        }
        printed.possible_counts = own.possible_counts;
        printed
    }

    fn times(mut self, right: Kind, power: i32) -> Kind {
        let (above, below, divided) = match power {
            0.. => (right.nouns.above, right.nouns.below, right.divided),
            _ => (
                right.nouns.below,
                right.nouns.above.clone(),
                right.nouns.above,
            ),
        };
        let mut under = self.nouns.below.clone();
        for _ in 0..power.unsigned_abs() {
            under.extend(below.iter().cloned());
            self.divided.extend(divided.iter().cloned());
            for noun in &above {
                self.nouns.push(noun, 1);
            }
            for noun in &below {
                self.nouns.push(noun, -1);
            }
        }
        // What is canceled may be either the share or the rate, and the rate must still be counted.
        let canceled = without(&under, &self.nouns.below);
        self.divided = without(&self.divided, &canceled);
        self.canceled.extend(canceled);
        self.canceled.extend(right.canceled);
        self.is_open |= right.is_open;
        if power > 0 {
            self.has_count |= right.has_count;
            self.has_divisor |= right.has_divisor;
            self.possible_counts.extend(right.possible_counts);
        } else {
            self.has_divisor |= right.has_count || right.is_open;
        }
        self
    }

    /// Of its square root: half of each noun, if there is an even number of it.
    pub fn root(mut self) -> Kind {
        let halved = |nouns: &[Noun]| {
            let pairs = nouns.chunks_exact(2);
            let is_even = pairs.remainder().is_empty() && pairs.clone().all(|it| it[0] == it[1]);
            is_even.then(|| pairs.map(|pair| pair[0].clone()).collect::<Vec<_>>())
        };
        match (halved(&self.nouns.above), halved(&self.nouns.below)) {
            (Some(above), Some(below)) => {
                self.nouns = Nouns { above, below };
                self.has_count = false;
                self.possible_counts.clear();
                self
            }
            _ => Kind::lost(),
        }
    }

    /// Of values of which one is taken, or which are added.
    pub fn beside(self, right: Kind, joined: &str) -> Result<Kind, String> {
        let is_known = !self.is_open && !right.is_open;
        let both = !self.nouns.is_empty() && !right.nouns.is_empty();
        if is_known && both && self.nouns != right.nouns {
            return Err(format!(
                "{joined} of unlike counts: {} and {}",
                words(&self.nouns),
                words(&right.nouns)
            ));
        }
        let is_counted = !self.nouns.is_empty() || !right.nouns.is_empty();
        let (mut kept, other) = match self.nouns.is_empty() {
            true => (right, self),
            false => (self, right),
        };
        kept.is_open |= other.is_open;
        kept.has_divisor |= other.has_divisor;
        kept.canceled.extend(other.canceled);
        if both {
            // What excuses one of them does not excuse the other.
            kept.has_count &= other.has_count;
            let own = without(&kept.divided, &other.divided);
            kept.divided = without(&kept.divided, &own);
        }
        // A plain number beside a rate is no factor of it.
        if !is_counted {
            kept.has_count |= other.has_count;
        }
        if !is_counted || both {
            kept.possible_counts.extend(other.possible_counts);
        }
        Ok(kept)
    }

    /// Holds it to what is stated.
    pub fn stated(&self, stated: &Nouns, text: &str) -> Verdict {
        let own = &self.nouns;
        let is_contrary = own.above.iter().any(|noun| stated.below.contains(noun));
        let is_other = !own.above.is_empty() && !without(&stated.above, &own.above).is_empty();
        if !self.is_open && (is_contrary || is_other) {
            return Verdict::Wrong(format!(
                "the value counts {}, and `{text}` counts {}",
                words(own),
                words(stated)
            ));
        }
        let mut more = without(&stated.below, &own.below);
        more.retain(|noun| !own.below.is_empty() || self.canceled.contains(noun));
        if let (Some(noun), false) = (more.first(), self.is_open || self.has_divisor) {
            let own = match own.below.first() {
                Some(own) => format!("the value is for each {}", own.singular),
                None => format!("the {} cancel", noun.plural),
            };
            return Verdict::Wrong(format!(
                "{own}, and `{text}` says it for each {}",
                noun.singular
            ));
        }
        let left = without(&without(&own.below, &stated.below), &self.divided);
        let Some(noun) = left.first().filter(|_| !self.has_count) else {
            return Verdict::Right;
        };
        let Noun { singular, plural } = noun;
        let message = format!(
            "the value is for each {singular}, and `{text}` does not say so: multiply by the {plural}, or state `{text}/{singular}`"
        );
        match self.possible_counts.is_empty() {
            true => Verdict::Wrong(message),
            false => Verdict::RightIfCounted(message),
        }
    }
}

/// What values surely count, such as `tokens`; empty where they count nothing, or who knows what.
pub fn sure_noun(kinds: &[Kind]) -> String {
    // A factor without a noun may be so many of anything: `3 requests * 512`.
    let is_sure = |kind: &Kind| {
        kind.nouns.below.is_empty()
            && kind.nouns == kinds[0].nouns
            && !kind.is_open
            && !kind.has_count
    };
    let noun = kinds.first().filter(|_| kinds.iter().all(is_sure));
    match noun.map(|kind| &*kind.nouns.above) {
        Some([noun]) => noun.plural.clone(),
        _ => String::new(),
    }
}

/// The nouns that are left when as many of them are taken away.
fn without(nouns: &[Noun], taken: &[Noun]) -> Vec<Noun> {
    let mut taken: Vec<&Noun> = taken.iter().collect();
    let mut left = Vec::new();
    for noun in nouns {
        match taken.iter().position(|other| *other == noun) {
            Some(place) => {
                taken.swap_remove(place);
            }
            None => left.push(noun.clone()),
        }
    }
    left
}

/// Whether a figure may be stated of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may.
    Right,
    /// It may not, and why.
    Wrong(String),
    /// It may if one of the possible counts has dimension one; else what is wrong.
    RightIfCounted(String),
}

/// Nouns in words: "GPUs", "USD for each GPU".
pub fn words(nouns: &Nouns) -> String {
    let above: Vec<&str> = nouns.above.iter().map(|noun| &*noun.plural).collect();
    let above = above.join(" times ");
    let below: Vec<&str> = nouns.below.iter().map(|noun| &*noun.singular).collect();
    let below = below.join(" and ");
    match (above.is_empty(), below.is_empty()) {
        (true, true) => "nothing".to_string(),
        (false, true) => above,
        (true, false) => format!("something for each {below}"),
        (false, false) => format!("{above} for each {below}"),
    }
}

#[cfg(test)]
mod tests;
