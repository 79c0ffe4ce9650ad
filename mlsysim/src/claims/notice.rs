//! Which changes of an input no claim of its napkin notices.

use alloc::string::String;
use alloc::vec::Vec;

use super::anew::{Change, anew};
use super::inputs::{Input, Place, inputs, literals};
use super::napkin::{Rule, Statement};
use super::trace::Step;
use crate::units::dynamic::{Dynamic, ONE};

/// By so much an input is moved, down and up: what is wrong by more than that should be seen.
const STEP: f64 = 0.02;

/// A count up to here is moved by one, which is more than the step.
const COUNTABLE: f64 = 50.0;

/// Where an input is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In the napkin.
    Block,
    /// Outside of it: a constant, as it is written.
    Outside(String),
}

/// An input of a napkin, and who notices that it moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Noticed {
    /// The input as it is written.
    pub name: String,
    /// Where it is written.
    pub origin: Origin,
    /// Whether it is a small count, which is moved by one and not by two percent.
    pub is_count: bool,
    /// Whether a claim breaks when it falls a little.
    pub fall: bool,
    /// Whether one breaks when it rises a little.
    pub rise: bool,
    /// The claims that it goes into.
    pub claims: Vec<usize>,
}

/// Moves each input of a napkin by two percent, a small count by one, and looks which claims break.
///
/// Inputs whose effect is not computed are left out, and so are claims about names and those that
/// say why they are loose.
///
/// ```
/// use mlsysim::claims::napkin::NAPKINS;
/// use mlsysim::claims::notice::noticed;
/// mlsysim::check! {
///     let fleet = 10_000;
///     let repair = 20 min;
///
///     /// The fleet loses a GPU every {}.
///     failure_interval: 50_000 h / fleet ~= 5 h;
///
///     /// And repairs it in {} of that time.
///     share: repair / failure_interval ~= 6.67%;
/// }
/// let inputs = noticed(&NAPKINS[0].statements());
/// let seen = |name: &str| {
///     let input = inputs.iter().find(|input| input.name == name).unwrap();
///     (input.fall, input.rise)
/// };
/// assert_eq!(seen("repair"), (true, true));
/// // 6.67 % would be 6.81 %.
/// assert_eq!(seen("fleet"), (true, true));
/// ```
pub fn noticed(statements: &[Statement]) -> Vec<Noticed> {
    let mut found: Vec<(Input, Noticed)> = Vec::new();
    for (claim, statement) in statements.iter().enumerate() {
        if !says_how_much(statement) {
            continue;
        }
        let mut own = inputs(statements, claim);
        own.extend(literals(statements, claim));
        for (input, name) in own {
            let mut known = found.iter_mut().filter(|(known, _)| *known == input);
            if let Some((_, noticed)) = known.next()
                && noticed.fall
                && noticed.rise
            {
                noticed.claims.push(claim);
                continue;
            }
            let Some((origin, value)) = origin(statements, &input) else {
                continue;
            };
            let count = small_count(value);
            let step = count.map_or(STEP, |size| 1.0 / size);
            let seen = |amount: f64| {
                let input = &input;
                let anew = anew(statements, claim, &Change { input, amount });
                // What cannot be computed stops the build as well.
                let is_moved = anew.is_changed && anew.is_followed;
                is_moved.then(|| !anew.holds.unwrap_or(false))
            };
            let (Some(fall), Some(rise)) = (seen(1.0 - step), seen(1.0 + step)) else {
                continue;
            };
            match found.iter_mut().find(|(known, _)| *known == input) {
                Some((_, noticed)) => {
                    noticed.fall |= fall;
                    noticed.rise |= rise;
                    noticed.claims.push(claim);
                }
                None => {
                    let claims = [claim].into();
                    let noticed = Noticed {
                        name,
                        origin,
                        is_count: count.is_some(),
                        fall,
                        rise,
                        claims,
                    };
                    found.push((input, noticed));
                }
            }
        }
    }
    found.into_iter().map(|(_, noticed)| noticed).collect()
}

/// Whether it is a claim about numbers that must bite.
fn says_how_much(statement: &Statement) -> bool {
    let is_held = statement
        .claim
        .as_ref()
        .is_some_and(|it| it.loose.is_none());
    let mut rules = statement.rows.iter().flat_map(|row| &row.rules);
    is_held && !rules.any(|rule| matches!(rule, Rule::Is { .. }))
}

/// Where an input is written, and its value; laws and plain Rust are no inputs here.
fn origin(statements: &[Statement], input: &Input) -> Option<(Origin, Dynamic)> {
    match input {
        Input::Numbers { statement, row } => {
            let value = statements[*statement].rows.get(*row)?.program.value();
            Some((Origin::Block, value))
        }
        Input::Literal(place) => Some((Origin::Block, literal(statements, *place)?)),
        Input::Place(name) => Some((Origin::Outside(name.clone()), Dynamic::UNKNOWN)),
        Input::Law(_) | Input::Call(_) => None,
    }
}

/// The value of a number that a claim types; `1 h` only turns one unit into another.
fn literal(statements: &[Statement], place: Place) -> Option<Dynamic> {
    let program = statements[place.statement].programs().nth(place.program)?;
    match program.steps.get(place.step)? {
        (Step::Number { text: "1", .. }, _) => None,
        (_, value) => Some(*value),
    }
}

/// The value, if it is a count of which one more or less is more than the step.
fn small_count(value: Dynamic) -> Option<f64> {
    let size = value.value.abs();
    let is_whole = value.dimension == ONE && crate::units::math::round(size) == size;
    (is_whole && (1.0..=COUNTABLE).contains(&size)).then_some(size)
}
