//! What a method of a constant depends on, from the registry at run time.

use mlsysim::claims::method::METHODS;
use mlsysim::core::constants::{Constant, Source, all, dependencies};
use mlsysim::units::{Count, Power, Time};
use mlsysim::{constants, formula, q};

/// A room of racks.
struct Room {
    racks: Count,
    #[expect(dead_code)]
    spare: Option<Count>,
    rack: &'static Rack,
}

struct Rack {
    power: Power,
    hours: Time,
    source: Source,
}

impl Room {
    /// What all racks draw.
    #[formula(symbol = "P")]
    const fn power(&self, #[domain(> 0)] racks_on: Count) -> Power {
        let all = self.racks * self.rack.power;
        min(all, racks_on * self.rack.power)
    }

    /// Somewhere between what nobody can follow.
    #[formula(opaque)]
    const fn chosen(&self) -> Power {
        let chosen = self.plain();
        if chosen.value > 0.0 {
            chosen
        } else {
            self.power(self.racks)
        }
    }

    const fn plain(&self) -> Power {
        self.rack.power
    }
}

constants! {
    #[source(Source::estimate("A room that this test makes up"))]
    const ROOM: Room = Room { racks: q!(20), spare: None, rack: &RACK };

    const RACK: Rack = Rack { power: q!(12 kW), hours: q!(24 h), source: Source::estimate("A room that this test makes up") };
}

fn of(constants: &[Constant], place: &str) -> (Vec<&'static str>, Vec<String>) {
    let found = dependencies(constants, place).expect("a constant");
    let paths = found.figures.iter().map(|(_, figure)| figure.path);
    (paths.collect(), found.unknown)
}

#[test]
fn a_method_depends_on_the_figures_of_its_body() {
    let constants = all().unwrap();
    let of = |place| of(&constants, place);
    let own = ["TRAINING_10K.nodes", "DGX_H100.accelerators"];
    assert_eq!(of("TRAINING_10K.accelerators"), (own.into(), vec![]));
    assert_eq!(of("clusters::TRAINING_10K.accelerators").0, own);
    let power = [own[0], own[1], "H100.thermal_design_power"];
    assert_eq!(of("TRAINING_10K.accelerator_power"), (power.into(), vec![]));
    let rack = of("DGX_H100_4_NODES.overhead_power").0;
    assert_eq!(rack.len(), 5, "{rack:?}");
}

#[test]
fn a_method_that_chooses_depends_on_all_that_it_chooses_from() {
    let constants = all().unwrap();
    let of = |place| of(&constants, place).0;
    assert_eq!(of("PALM_540B.head_dimension"), ["PALM_540B.head_dimension"]);
    assert_eq!(
        of("GPT3.head_dimension"),
        ["GPT3.hidden_dimension", "GPT3.heads"]
    );
    assert_eq!(of("GPT3.inference_operations"), ["GPT3.parameters"]);
    let device_time = ["GPT4.training.accelerators", "GPT4.training.duration"];
    assert_eq!(of("GPT4.training_device_time"), device_time);
}

#[test]
fn a_field_is_found_through_links() {
    let constants = all().unwrap();
    let of = |place| of(&constants, place).0;
    assert_eq!(
        of("TRAINING_10K.node.accelerators"),
        ["DGX_H100.accelerators"]
    );
    assert_eq!(of("H100.memory.capacity"), ["H100.memory.capacity"]);
    assert!(dependencies(&constants, "NO_SUCH.nodes").is_none());
}

#[test]
fn an_authors_own_record_is_followed_as_far_as_formulas_lead() {
    assert_eq!(ROOM.power(q!(2)), q!(24 kW));
    assert_eq!(ROOM.chosen(), q!(12 kW));
    assert_eq!(RACK.hours, q!(1 day));
    let constants = all().unwrap();
    let figures = ["ROOM.racks", "RACK.power"];
    assert_eq!(of(&constants, "ROOM.power"), (figures.into(), vec![]));
    let (found, unknown) = of(&constants, "ROOM.chosen");
    assert_eq!(
        (found, unknown),
        (figures.into(), vec!["ROOM.plain".into()])
    );
}

#[test]
fn a_method_leaves_a_record_though_nobody_calls_it() {
    let find = |name| {
        METHODS
            .iter()
            .find(|it| (it.type_name(), it.name) == ("Room", name))
    };
    let power = find("power").unwrap();
    assert_eq!(
        (power.symbol, power.result, power.documentation),
        ("P", "Power", "What all racks draw.")
    );
    let [racks_on] = power.arguments else {
        panic!("it has one argument")
    };
    assert_eq!((racks_on.name, racks_on.domain), ("racks_on", "> 0"));
    let body = power.body();
    let value = body.evaluate(&|step, _| match step {
        mlsysim::claims::trace::Step::Outer("self.racks") => 20.0,
        mlsysim::claims::trace::Step::Outer("self.rack.power") => 12e3,
        mlsysim::claims::trace::Step::Local { statement: 0, .. } => 5.0,
        other => panic!("{other:?}"),
    });
    assert_eq!(value, 60e3);
    assert!(find("chosen").unwrap().body().steps.is_empty());
}
