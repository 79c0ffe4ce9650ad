//! The registry at run time says what the constants say, an author's own among them.

use std::collections::BTreeMap;
use std::path::Path;

use mlsysim::core::constants::accelerators::{
    self, Accelerator, Details, Memory, MemoryKind, cloud, peak,
};
use mlsysim::core::constants::{Constant, Precision, Source, WordKind, all};
use mlsysim::units::dynamic::of;
use mlsysim::units::{Count, Dimension, Information, Money, MoneyRate, Power, Qty, Time};
use mlsysim::{constants, q, unit};

/// What a thing in the laboratory does.
#[derive(Clone, Copy)]
pub enum Duty {
    Asleep,
    Working { load: Power, shifts: [Time; 2] },
}

#[derive(Clone, Copy)]
pub struct Machine {
    pub name: &'static str,
    pub duty: Duty,
    pub pair: (Count, f64),
    pub price: Option<Money>,
    pub disk: Information,
    pub idle: Option<Power>,
    pub source: Source,
}

constants! {
    /// Rent of a GPU,
    /// as we pay it.
    ///
    /// Not the list price.
    #[source(CONTRACT)]
    pub const RENT: MoneyRate = q!($2.10/h);

    #[source(Source::derived("the rent of a GPU, times the hours of a day"))]
    const DAY: Money = q!(RENT * 24 h);

    const CONTRACT: Source = Source::estimate("Our contract: \"1:2\u{1f}\u{1e}3\" µ");

    pub const MIXER: Machine = Machine {
        name: "mixer \u{1d}5:x",
        duty: Duty::Working { load: q!(2 kW), shifts: [q!(1 h), q!(RENT / RENT * 2 h)] },
        pair: (q!(3), 0.5),
        price: Some(q!($40)),
        disk: unit::GiB,
        idle: None,
        source: CONTRACT,
    };

    pub const SECOND_MIXER: Machine = Machine {
        price: None,
        duty: Duty::Asleep,
        idle: MIXER_POWER.idle,
        ..MIXER
    };

    const MIXER_POWER: Duplicate = Duplicate { idle: Some(q!(5 W)) };

    pub const BOARD: Accelerator = Accelerator {
        name: "board",
        release_year: 2_026,
        form_factor: None,
        peaks: &[peak(Precision::Fp16, q!(3 TFLOP/s))],
        memory: Memory { kind: MemoryKind::Ddr, capacity: q!(2 GiB), bandwidth: cloud::A100.memory.bandwidth },
        interconnect: None,
        peer_link: None,
        thermal_design_power: cloud::GRAPHCORE_GC200.thermal_design_power,
        launch_overhead: q!(1 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: CONTRACT,
    };

    pub const MACHINES: &[&Machine] = all!();
}

#[derive(Clone, Copy)]
struct Duplicate {
    idle: Option<Power>,
}

fn find<'a>(constants: &'a [Constant], path: &str) -> &'a Constant {
    let (page, name) = path.rsplit_once("::").expect("a path of a page");
    constants
        .iter()
        .find(|constant| constant.page().ends_with(page) && constant.name == name)
        .unwrap_or_else(|| panic!("`{path}` is not listed"))
}

/// Path, value and expression of every figure.
fn figures(constant: &Constant) -> Vec<(&str, f64, &str)> {
    let value =
        |value: Option<mlsysim::units::dynamic::Dynamic>| value.map_or(f64::NAN, |it| it.value);
    constant
        .figures
        .iter()
        .map(|it| (it.path, value(it.value), it.expression))
        .collect()
}

#[test]
fn a_page_of_an_author_is_listed_as_it_is_written() {
    let constants = all().expect("the registry can be read");
    let rent = find(&constants, "registry::RENT");
    assert_eq!(rent.documentation, "Rent of a GPU, as we pay it.");
    assert_eq!((rent.type_name, rent.is_public), ("MoneyRate", true));
    assert_eq!(rent.source, Some(CONTRACT));
    assert_eq!(figures(rent), [("RENT", RENT.value, "$2.10/h")]);
    assert_eq!(rent.figures[0].unit, Some("$/h"));
    assert_eq!(rent.figures[0].value, Some(of(RENT)));

    let day = find(&constants, "registry::DAY");
    assert_eq!(day.figures[0].constants, ["RENT"]);
    assert_eq!(day.figures[0].unit, None);
    assert!(!day.is_public);
    assert!((DAY.value - 50.4).abs() < 1e-9);

    let mixer = find(&constants, "registry::MIXER");
    assert_eq!(mixer.title, Some("mixer \u{1d}5:x"));
    assert_eq!(
        figures(mixer),
        [
            ("MIXER.duty.load", 2_000.0, "2 kW"),
            ("MIXER.duty.shifts[0]", 3_600.0, "1 h"),
            ("MIXER.duty.shifts[1]", 7_200.0, "RENT / RENT * 2 h"),
            ("MIXER.pair.0", 3.0, "3"),
            ("MIXER.price", 40.0, "$40"),
            ("MIXER.disk", unit::GiB.value, "unit::GiB"),
        ]
    );
    let words = mixer
        .words
        .iter()
        .map(|word| (word.path, word.text, word.kind));
    assert_eq!(
        words.collect::<Vec<_>>(),
        [
            ("MIXER.name", "mixer \u{1d}5:x", WordKind::Plain),
            ("MIXER.pair.1", "0.5", WordKind::Plain),
            ("MIXER.idle", "None", WordKind::Missing),
        ]
    );
    let names: Vec<&str> = MACHINES.iter().map(|machine| machine.name).collect();
    assert_eq!(names, [MIXER.name, SECOND_MIXER.name]);
    assert_eq!((MIXER.pair.1, MIXER.disk), (0.5, unit::GiB));
}

#[test]
fn what_is_taken_from_another_constant_says_so_and_has_its_value() {
    let constants = all().expect("the registry can be read");
    let second = find(&constants, "registry::SECOND_MIXER");
    assert_eq!(
        figures(second),
        [
            ("SECOND_MIXER.idle", 5.0, "MIXER_POWER.idle"),
            ("SECOND_MIXER.pair.0", 3.0, "MIXER.pair.0"),
            ("SECOND_MIXER.disk", unit::GiB.value, "MIXER.disk"),
        ]
    );
    assert_eq!(second.figures[1].constants, ["MIXER.pair.0"]);
    assert_eq!(second.source, Some(CONTRACT));
    assert_eq!(
        second.word("price").map(|word| word.kind),
        Some(WordKind::Missing)
    );
    assert_eq!(
        second.word("duty").map(|word| word.text),
        Some("Duty::Asleep")
    );

    let board = find(&constants, "registry::BOARD");
    let bandwidth = board.figure("memory.bandwidth").expect("it is taken over");
    assert_eq!(bandwidth.value, Some(of(cloud::A100.memory.bandwidth)));
    assert_eq!(bandwidth.constants, ["cloud::A100.memory.bandwidth"]);
    let power = board
        .figure("thermal_design_power")
        .expect("it is a figure");
    assert_eq!(power.value, None);

    let smaller = find(&constants, "accelerators::cloud::A100_40GB");
    let rate = smaller
        .figure("peak(Precision::Fp16)")
        .expect("it is taken over");
    assert_eq!(rate.expression, "A100.peak(Precision::Fp16)");
    assert_eq!(rate.constants, ["A100.peak(Precision::Fp16)"]);
    assert_eq!(rate.value, Some(of(cloud::A100.peak(Precision::Fp16))));
    let link = smaller
        .figure("interconnect.bandwidth")
        .expect("a link has a bandwidth");
    assert_eq!(
        (link.expression, link.unit),
        ("PCIE_GEN4_X16.bandwidth", Some("GB/s"))
    );
    assert!(smaller.figure("price").is_none(), "nobody published it");
}

#[test]
fn every_figure_that_is_written_is_listed() {
    let constants = all().expect("the registry can be read");
    let mut pages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for constant in &constants {
        let page = pages.entry(constant.file).or_default();
        page.extend(constant.figures.iter().map(|figure| figure.expression));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (mut count, mut missing) = (0, Vec::new());
    for (file, listed) in pages {
        let text = std::fs::read_to_string(root.join(file)).expect("a page is a file");
        let start = text.find("constants! {").expect("a page has constants");
        let end = start + text[start..].find("\n}").expect("the page ends");
        for written in text[start..end].split("q!(").skip(1) {
            let written = until_closed(written)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            count += 1;
            if !listed.contains(&written.as_str()) {
                missing.push(format!("{file}: {written}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    for constant in &constants {
        let text = std::fs::read_to_string(root.join(constant.file)).expect("a page is a file");
        let line = text
            .lines()
            .nth(constant.line as usize - 1)
            .expect("the line is in it");
        assert!(
            line.contains(&format!(" {}: ", constant.name)),
            "{}: {line}",
            constant.name
        );
    }
    assert!(count > 1_200, "only {count} figures are written");
}

fn until_closed(text: &str) -> &str {
    let mut depth = 1;
    let closed = text.find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0
    });
    &text[..closed.expect("a bracket is closed")]
}

fn is<D: Dimension + ?Sized>(constant: &Constant, path: &str, value: Qty<D>) {
    let figure = constant.figure(path).unwrap_or_else(|| panic!("no {path}"));
    assert_eq!(figure.value, Some(of(value)), "{}", figure.path);
}

#[test]
fn every_device_is_listed_with_its_own_values() {
    let constants = all().expect("the registry can be read");
    let listed: Vec<&Constant> = constants
        .iter()
        .filter(|constant| constant.page().starts_with("accelerators::"))
        .filter(|constant| constant.type_name == "Accelerator")
        .collect();
    assert_eq!(listed.len(), accelerators::ALL.len());
    for device in accelerators::ALL {
        let named = |constant: &&&Constant| constant.title == Some(device.name);
        let constant = listed
            .iter()
            .find(named)
            .unwrap_or_else(|| panic!("no {}", device.name));
        is(constant, "memory.capacity", device.memory.capacity);
        is(constant, "launch_overhead", device.launch_overhead);
        assert_eq!(constant.source, Some(device.source));
        match device.price {
            Some(price) => is(constant, "price", price),
            None => assert!(constant.figure("price").is_none()),
        }
        let peaks = constant
            .figures
            .iter()
            .filter(|it| it.path.contains("peak("))
            .count();
        assert_eq!(peaks, device.peaks.len(), "{}", device.name);
    }
}
