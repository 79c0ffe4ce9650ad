use std::string::{String, ToString};
use std::vec::Vec;

use super::super::chapter::{Chapter, Working};
use super::super::registry::Registry;
use super::{Change, Constants, Outcome, Target, Targets, Value, follow, quantity};
use crate::claims::napkin::NAPKINS;
use crate::core::constants::Source;
use crate::units::{Power, Ratio};
use crate::{check, constants, formula, q};
use mlsysim_language::units::own::NONE;

constants! {
    #[source(Source::estimate("A room that this test makes up"))]
    const CABINET: Power = q!(10 kW);
    #[source(Source::estimate("A room that this test makes up"))]
    const CHAMBER: Power = q!(8 * CABINET);
}

/// A constant of no page.
const SHARE: Ratio = q!(50%);

/// What a law of the language says.
#[formula]
const fn cooled(#[domain(> 0)] power: Power) -> Power {
    power * 1.5
}

/// What nobody can follow.
#[formula(opaque)]
const fn guessed(power: Power) -> Power {
    power
}

check! {
    let hours = 24 h;

    /// {}
    energy: CHAMBER * hours ~= 1.92 MWh;

    /// {}
    cost: energy * $0.1/kWh ~= $192;

    /// {}
    hidden: guessed(CABINET) * 2 ~= 20 kW;

    /// {}
    in_the_open: cooled(CABINET) ~= 15 kW;

    /// {}
    loose: CABINET * hours < 1 MWh;

    /// {}
    half: SHARE * 10 h == 5 h;
}

fn chapters() -> Vec<Chapter> {
    let napkins = NAPKINS.iter().filter(|it| it.module == module_path!());
    let napkins = napkins.map(|napkin| Working {
        napkin,
        statements: napkin.statements(),
    });
    let path = Vec::from(["rooms"]);
    Vec::from([Chapter {
        path,
        napkins: napkins.collect(),
    }])
}

/// What becomes of which claim or constant, in words.
fn what_if(name: &str, text: &str) -> Vec<String> {
    let (chapters, registry) = (chapters(), Registry::read().unwrap());
    let targets = Targets::of(&chapters, &registry);
    let now = Value::Known(quantity(text, &NONE, &|_| None).unwrap().value);
    let mut change = Change::default();
    match targets.find(name).unwrap() {
        Target::Figure(place) => {
            change.figures.insert(place.key(), now);
        }
        Target::Written(name, _) => {
            change.written.insert(name, now);
        }
        Target::Rows(rows) => {
            change.rows.insert(rows[0].0, now);
        }
    }
    let constants = Constants::follow(&registry, &change, &NONE);
    let mut all: Vec<String> = constants
        .followed(&change)
        .map(|(place, value)| std::format!("{}: {value:?}", place.figure.path))
        .collect();
    for it in follow(&chapters, &change, &constants) {
        let what = match it.outcome {
            Outcome::Moves => "moves".to_string(),
            Outcome::Breaks => "breaks".to_string(),
            Outcome::Lost(reason) => std::format!("depends on {reason}"),
        };
        all.push(std::format!("{} {what}", it.statement.name));
    }
    all
}

#[test]
fn a_constant_is_followed_through_constants_formulas_and_claims() {
    assert_eq!(
        what_if("CABINET", "20 kW"),
        [
            "CHAMBER: Known(160000.0)",
            "energy breaks",
            "cost breaks",
            "hidden depends on `guessed`",
            "in_the_open breaks",
            "loose moves",
        ]
    );
    // Within what prints so.
    assert_eq!(
        what_if("CHAMBER", "80.001 kW"),
        ["energy moves", "cost moves"]
    );
    assert_eq!(what_if("CABINET", "10 kW"), [""; 0]);
}

#[test]
fn what_a_formula_does_not_take_breaks_its_claim() {
    let broken = what_if("CABINET", "-1 kW");
    assert!(broken.contains(&"in_the_open breaks".into()), "{broken:?}");
}

#[test]
fn a_let_a_claim_and_a_constant_of_no_page_are_changed_too() {
    assert_eq!(
        what_if("hours", "12 h"),
        ["hours moves", "energy breaks", "cost breaks", "loose moves"]
    );
    // A claim is changed for what stands below it.
    assert_eq!(
        what_if("tests::energy", "1 MWh"),
        ["energy breaks", "cost breaks"]
    );
    assert_eq!(what_if("SHARE", "40%"), ["half breaks"]);
}

#[test]
fn a_name_is_found_or_answered() {
    let (chapters, registry) = (chapters(), Registry::read().unwrap());
    let targets = Targets::of(&chapters, &registry);
    let error = |name| targets.find(name).err().map(|error| error.to_string());
    assert_eq!(error("H100.memory.bandwidth"), None);
    assert_eq!(error("cloud::H100.memory.bandwidth"), None);
    let near = error("H100.memory.bandwith").unwrap();
    assert!(near.contains("H100.memory.bandwidth`"), "{near}");
    assert!(error("hours[1]").is_some() && error("").is_some() && error("::").is_some());
}
