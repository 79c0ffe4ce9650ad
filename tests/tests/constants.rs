//! Every fact is taken over or left out for a reason; every constant has a source and is possible.

#[path = "constants/chapters.rs"]
mod chapters;
#[path = "constants/facts.rs"]
mod facts;
#[path = "constants/mapping.rs"]
mod mapping;
#[path = "constants/pages.rs"]
mod pages;
#[path = "constants/possible.rs"]
mod possible;
#[path = "constants/records.rs"]
mod records;

use facts::Leaf;
use mapping::{Mapped, RECORDS};
use mlsysim::core::constants::{Date, Source, SourceKind};
use mlsysim::units::dynamic;
use records::Fact;
use serde_json::Value;

/// Facts that are no constants, with the reason; `*` stands for anything.
const LEFT_OUT: &[(&str, &str)] = &[
    (
        "systems.Orchestration.queue_discipline",
        "no figure: `scheduling::QUEUE_DISCIPLINE` is an enum",
    ),
    (
        "hardware.Tech.Storage.Nvme*",
        "the same drives stand in `systems.Storage`",
    ),
    (
        "literature.KaplanScalingLaws.*.axis",
        "names the law, as the constant's own name does",
    ),
    (
        "literature.KaplanScalingLaws.*.x_m*",
        "where a figure of the paper starts and ends its line; no part of the law",
    ),
];

/// Facts that the constants contradict, with the reason.
const CORRECTED: &[(&str, &str)] = &[
    (
        "infrastructure.Pricing.Fleet.CarbonPerGpuHr.rate",
        "a mass; by its name it is for each GPU-hour",
    ),
    (
        "models.Language.DeepSeek_V3.heads",
        "the paper that the fact cites has 128 heads (section 4.2); 56 is the hidden dimension over 128",
    ),
];

/// What a source says under the keys of the fact files.
fn source_fact(source: &Source, key: &str) -> Option<Fact> {
    let text = match key {
        "kind" => match source.kind {
            SourceKind::Datasheet => "datasheet",
            SourceKind::Literature => "literature",
            SourceKind::IndustryReport => "industry_report",
            SourceKind::Estimate => "estimate",
            SourceKind::Convention => "convention",
            SourceKind::Illustrative => "illustrative",
            SourceKind::Derived => "derived",
        }
        .to_owned(),
        "url" => source.url?.to_owned(),
        "verified" => {
            let Date { year, month, day } = source.checked;
            format!("{year}-{month:02}-{day:02}")
        }
        "reference" => source.reference.to_owned(),
        _ => return None,
    };
    Some(Fact::Text(text))
}

fn mapped_beside<'a>(
    figures: &'a [Mapped],
    parent: &'a str,
) -> impl Iterator<Item = &'a Mapped> + Clone {
    figures.iter().filter(move |figure| {
        figure
            .path
            .rsplit_once('.')
            .is_some_and(|(p, _)| p == parent)
    })
}

fn matches(pattern: &str, path: &str) -> bool {
    let mut rest = path;
    let mut pieces = pattern.split('*');
    let start = pieces.next().unwrap_or_default();
    let Some(after) = rest.strip_prefix(start) else {
        return false;
    };
    rest = after;
    for piece in pieces {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    rest.is_empty() || pattern.ends_with('*')
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}

/// What is wrong with a fact, if anything.
fn difference(leaf: &Value, ours: &Fact) -> Option<String> {
    let alike = match (leaf, ours) {
        (Value::String(text), Fact::Quantity(value)) => match facts::quantity(text) {
            Some(fact) => fact.dimension == value.dimension && same(fact.value, value.value),
            None => false,
        },
        (Value::String(text), Fact::Text(ours)) => text.eq_ignore_ascii_case(ours),
        (Value::Number(fact), Fact::Number(ours)) => {
            fact.as_f64().is_some_and(|fact| same(fact, *ours))
        }
        _ => false,
    };
    (!alike).then(|| format!("the fact is {leaf}, the constant {ours:?}"))
}

fn figure_fact(figure: &Mapped) -> Fact {
    match figure.unit {
        Some(unit) => {
            let ratio = dynamic::divide(figure.value, unit).expect("a finite ratio");
            assert_eq!(ratio.dimension, dynamic::ONE, "{}", figure.path);
            Fact::Number(ratio.value)
        }
        None => Fact::Quantity(figure.value),
    }
}

enum Account {
    Same,
    Differs(String),
    LeftOut,
    Missing,
}

fn account(leaf: &Leaf, figures: &[Mapped]) -> Account {
    let judge = |ours: Option<Fact>| match ours {
        None => Account::Missing,
        Some(ours) => match difference(&leaf.value, &ours) {
            None => Account::Same,
            Some(text) => Account::Differs(text),
        },
    };
    let (parent, key) = leaf.path.rsplit_once('.').expect("a leaf lies in a file");
    // A reference may be worded otherwise; address, kind and date identify the source.
    if key == "reference" {
        return Account::Same;
    }
    if let Some(figure) = figures.iter().find(|figure| figure.path == leaf.path) {
        return judge(Some(figure_fact(figure)));
    }
    let owner = parent.strip_suffix(".source").unwrap_or(parent);
    let mut beside = mapped_beside(figures, owner);
    if owner != parent && beside.clone().next().is_some() {
        return match beside.any(|figure| {
            source_fact(&figure.source, key)
                .is_some_and(|ours| difference(&leaf.value, &ours).is_none())
        }) {
            true => Account::Same,
            false => Account::Differs(format!("no constant's source has {}", leaf.value)),
        };
    }
    if parent == "literature.KaplanScalingLaws.provenance" {
        let source = mlsysim::core::constants::scaling_laws::KAPLAN_BATCH.source;
        return judge(source_fact(&source, key));
    }
    if LEFT_OUT
        .iter()
        .any(|(pattern, _)| matches(pattern, &leaf.path))
    {
        return Account::LeftOut;
    }
    // A figure's name is that of its constant.
    if key == "name" && beside.next().is_some() {
        return Account::LeftOut;
    }
    let record = RECORDS.iter().find_map(|(prefix, record)| {
        let key = leaf.path.strip_prefix(prefix)?.strip_prefix('.')?;
        Some(record.fact(key))
    });
    judge(record.flatten())
}

#[test]
fn every_fact_is_taken_over_or_left_out_for_a_reason() {
    let figures = mapping::figures();
    let mut wrong = Vec::new();
    let mut corrected = 0;
    for leaf in facts::leaves() {
        let is_corrected = CORRECTED.iter().any(|(path, _)| *path == leaf.path);
        match account(&leaf, &figures) {
            Account::Same | Account::LeftOut if is_corrected => {
                wrong.push(format!("{}: listed as corrected, but the same", leaf.path));
            }
            Account::Same | Account::LeftOut => {}
            Account::Differs(_) if is_corrected => corrected += 1,
            Account::Differs(text) => wrong.push(format!("{}: {text}", leaf.path)),
            Account::Missing => wrong.push(format!("{}: no constant has it", leaf.path)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(corrected, CORRECTED.len(), "a corrected fact is gone");
}

#[test]
fn the_mapping_names_only_facts_that_exist() {
    let leaves = facts::leaves();
    let mut stale: Vec<&str> = Vec::new();
    for figure in mapping::figures() {
        if !leaves.iter().any(|leaf| leaf.path == figure.path) {
            stale.push(figure.path);
        }
    }
    for (pattern, _) in LEFT_OUT {
        if !leaves.iter().any(|leaf| matches(pattern, &leaf.path)) {
            stale.push(pattern);
        }
    }
    for (prefix, _) in RECORDS {
        if !leaves.iter().any(|leaf| leaf.path.starts_with(prefix)) {
            stale.push(prefix);
        }
    }
    assert!(stale.is_empty(), "{stale:#?}");
}
