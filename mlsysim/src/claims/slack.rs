//! How far each input of a claim may move before the claim breaks.

use alloc::string::String;
use alloc::vec::Vec;

use super::anew::{Again, Change};
use super::inputs::{Input, inputs, literals};
use super::napkin::{Rule, Statement};

/// Nobody asks beyond a factor of a thousand.
const GREATEST: f64 = 1e3;

/// Looks in so many steps at each power of ten: between two of them a claim that breaks and holds
/// again is not seen.
const STEPS: i32 = 48;

/// How often what was found between two steps is halved at most.
const HALVINGS: usize = 50;

/// A share of the slack beyond which nobody asks: far more than three digits.
const NEAR: f64 = 1e-9;

/// What an input may be multiplied by.
#[derive(Clone, Debug, PartialEq)]
pub struct Slack {
    /// The input as it is written.
    pub name: String,
    /// The least factor with which the claim holds; none where nothing down to a thousandth breaks
    /// it.
    pub down: Option<f64>,
    /// The greatest; none where nothing up to a thousand breaks it.
    pub up: Option<f64>,
}

/// The slack of every input of a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slacks {
    /// Of the inputs whose effect is computed.
    pub known: Vec<Slack>,
    /// The names of the others: they go into plain Rust, or the claim is about a name.
    pub unknown: Vec<String>,
}

/// Scales each input of the claim with the given index by itself until the claim breaks.
///
/// ```
/// use mlsysim::claims::napkin::NAPKINS;
/// use mlsysim::claims::slack::slacks;
/// mlsysim::check! {
///     let fleet = 10_000;
///
///     /// The fleet loses a GPU every {}.
///     failure_interval: 50_000 h / fleet ~= 5 h;
///
///     /// That is under a day: {}.
///     soon: failure_interval < 24 h;
/// }
/// let statements = NAPKINS[0].statements();
/// let slacks_of = |claim| slacks(&statements, claim).known;
/// let [fleet, life] = &*slacks_of(1) else { panic!("two inputs") };
/// assert_eq!((&*fleet.name, &*life.name), ("fleet", "50,000 h"));
/// // 5.5 h and 4.5 h still print as 5 h.
/// assert!((fleet.down.unwrap() - 5.0 / 5.5).abs() < 1e-9);
/// assert!((fleet.up.unwrap() - 5.0 / 4.5).abs() < 1e-9);
/// // More GPUs fail sooner: nothing above breaks it.
/// assert_eq!(slacks_of(2)[0].up, None);
/// ```
pub fn slacks(statements: &[Statement], claim: usize) -> Slacks {
    let all = inputs(statements, claim);
    let is_quantity = |input: &Input| match input {
        Input::Numbers { .. } | Input::Place(_) | Input::Call(_) | Input::Literal(_) => true,
        Input::Law(_) => false,
    };
    let mut all: Vec<(Input, String)> = all
        .into_iter()
        .filter(|(input, _)| is_quantity(input))
        .collect();
    all.extend(literals(statements, claim));
    let mut rules = statements[claim].rows.iter().flat_map(|row| &row.rules);
    let is_name = rules.any(|rule| matches!(rule, Rule::Is { .. }));
    let mut slacks = Slacks::default();
    let again = Again::of(statements, claim);
    for (input, name) in all {
        let search = Search {
            again: &again,
            input: &input,
        };
        match (is_name, search.limit(0.1), search.limit(10.0)) {
            (false, Some(down), Some(up)) => {
                let (down, up) = (down.factor(), up.factor());
                slacks.known.push(Slack { name, down, up });
            }
            _ => slacks.unknown.push(name),
        }
    }
    slacks
}

/// Where a claim breaks.
enum Limit {
    At(f64),
    Nowhere,
}

impl Limit {
    fn factor(self) -> Option<f64> {
        match self {
            Limit::At(factor) => Some(factor),
            Limit::Nowhere => None,
        }
    }
}

struct Search<'a> {
    again: &'a Again<'a>,
    input: &'a Input,
}

impl Search<'_> {
    /// Whether the claim holds with the input multiplied; none where that is not computed.
    fn holds(&self, amount: f64) -> Option<bool> {
        let change = Change {
            input: self.input,
            amount,
        };
        let anew = self.again.with(&change);
        // What cannot be computed stops the build as well.
        anew.is_followed.then(|| anew.holds.unwrap_or(false))
    }

    /// The factor at which the claim breaks on the way to zero or up; none where that is not
    /// computed.
    fn limit(&self, ten: f64) -> Option<Limit> {
        let mut inside = 1.0;
        let decades = crate::units::math::log10(GREATEST) as i32;
        for step in 1..=decades * STEPS {
            let outside = crate::units::math::powf(ten, f64::from(step) / f64::from(STEPS));
            if self.holds(outside)? {
                inside = outside;
                continue;
            }
            let mut outside = outside;
            for _ in 0..HALVINGS {
                if (outside - inside).abs() <= NEAR * (inside - 1.0).abs() {
                    break;
                }
                let middle = f64::midpoint(inside, outside);
                match self.holds(middle)? {
                    true => inside = middle,
                    false => outside = middle,
                }
            }
            return Some(Limit::At(inside));
        }
        Some(Limit::Nowhere)
    }
}
