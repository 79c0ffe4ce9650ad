//! Every fact is taken over or left out for a reason; every constant has a source and is possible.

#[path = "constants/chapters.rs"]
mod chapters;
#[path = "constants/dependencies.rs"]
mod dependencies;
#[path = "constants/facts.rs"]
mod facts;
#[path = "constants/map.rs"]
mod map;
#[path = "constants/pages.rs"]
mod pages;
#[path = "constants/possible.rs"]
mod possible;
#[path = "constants/registry.rs"]
mod registry;

use facts::Leaf;
use map::{Fact, Map};
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
        "systems.Nodes.Server_8x_MI300X.intra_node_bw",
        "AMD's 896 GB/s counts both directions; the other nodes state one",
    ),
    (
        "infrastructure.Pricing.Fleet.CarbonPerGpuHr.rate",
        "a mass; by its name it is for each GPU-hour",
    ),
    (
        "models.Language.DeepSeek_V3.heads",
        "the paper that the fact cites has 128 heads (section 4.2); 56 is the hidden dimension over 128",
    ),
];

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

enum Account {
    Same,
    Differs(String),
    LeftOut,
    Missing,
}

fn account(leaf: &Leaf, map: &Map) -> Account {
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
    if let Some(ours) = map.figure(&leaf.path) {
        return judge(Some(ours));
    }
    let owner = parent.strip_suffix(".source").unwrap_or(parent);
    let beside = map.figures_below(owner);
    if owner != parent && !beside.is_empty() {
        let says = |source| map::source(source, key);
        return match beside.iter().any(|figure| {
            let ours = figure.source.as_ref().and_then(says);
            ours.is_some_and(|ours| difference(&leaf.value, &ours).is_none())
        }) {
            true => Account::Same,
            false => Account::Differs(format!("no constant's source has {}", leaf.value)),
        };
    }
    if parent == "literature.KaplanScalingLaws.provenance" {
        let batch = map.constant("scaling_laws::KAPLAN_BATCH");
        return judge(
            batch
                .source
                .as_ref()
                .and_then(|source| map::source(source, key)),
        );
    }
    if LEFT_OUT
        .iter()
        .any(|(pattern, _)| matches(pattern, &leaf.path))
    {
        return Account::LeftOut;
    }
    // A figure's name is that of its constant.
    if key == "name" && !beside.is_empty() {
        return Account::LeftOut;
    }
    let record = map.record(&leaf.path);
    judge(record.and_then(|(constant, key)| map.answer(constant, key)))
}

#[test]
fn every_fact_is_taken_over_or_left_out_for_a_reason() {
    let map = Map::read();
    let mut wrong = Vec::new();
    let mut corrected = 0;
    for leaf in facts::leaves() {
        let is_corrected = CORRECTED.iter().any(|(path, _)| *path == leaf.path);
        match account(&leaf, &map) {
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
fn the_map_names_only_facts_that_exist() {
    let leaves = facts::leaves();
    let map = Map::read();
    let is_stale = |path: &str| !leaves.iter().any(|leaf| leaf.path == path);
    let figures = map.rows("figures").iter().map(|(fact, _)| *fact);
    let mut stale: Vec<&str> = figures.filter(|fact| is_stale(fact)).collect();
    let patterns = LEFT_OUT.iter().map(|(pattern, _)| *pattern);
    stale
        .extend(patterns.filter(|pattern| !leaves.iter().any(|leaf| matches(pattern, &leaf.path))));
    let records = map.rows("records").iter().map(|(prefix, _)| *prefix);
    stale.extend(records.filter(|prefix| {
        !leaves.iter().any(|leaf| {
            leaf.path
                .strip_prefix(prefix)
                .is_some_and(|key| key.starts_with('.'))
        })
    }));
    assert!(stale.is_empty(), "{stale:#?}");
}
