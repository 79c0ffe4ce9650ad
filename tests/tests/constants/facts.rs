//! The fact files as leaves, and their figures as quantities.

use mlsysim::units::Operation;
use mlsysim::units::dynamic::{self, Dynamic, of};
use mlsysim::{q, unit};
use serde_json::Value;

const PETAFLOP_DAY: Operation = q!(1 PFLOP/s * 1 day);

/// A value of a fact file and the way to it, such as `hardware.Cloud.H100.tdp`.
pub struct Leaf {
    pub path: String,
    pub value: Value,
}

pub fn leaves() -> Vec<Leaf> {
    let files = [
        include_str!("../../facts/hardware.json"),
        include_str!("../../facts/models.json"),
        include_str!("../../facts/systems.json"),
        include_str!("../../facts/infrastructure.json"),
        include_str!("../../facts/literature.json"),
        include_str!("../../facts/datasets.json"),
    ];
    let mut leaves = Vec::new();
    for file in files {
        let value: Value = serde_json::from_str(file).expect("a fact file is JSON");
        walk(String::new(), value, &mut leaves);
    }
    // The files' own line about where they come from.
    leaves.retain(|leaf| leaf.path != "source");
    leaves
}

fn walk(path: String, value: Value, leaves: &mut Vec<Leaf>) {
    let below = |key: &str| match path.as_str() {
        "" => key.to_owned(),
        _ => format!("{path}.{key}"),
    };
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .for_each(|(key, value)| walk(below(&key), value, leaves)),
        Value::Array(items) => items
            .into_iter()
            .enumerate()
            .for_each(|(index, value)| walk(below(&index.to_string()), value, leaves)),
        value => leaves.push(Leaf { path, value }),
    }
}

/// `3.35 TB/s` as a quantity.
pub fn quantity(text: &str) -> Option<Dynamic> {
    let (number, unit) = text.split_once(' ')?;
    let number: f64 = number.parse().ok()?;
    let mut atoms = unit.split('/');
    let number = Dynamic {
        value: number,
        dimension: dynamic::ONE,
    };
    let mut quantity = dynamic::multiply(number, atom(atoms.next()?)?).ok()?;
    for below in atoms {
        quantity = dynamic::divide(quantity, atom(below)?).ok()?;
    }
    Some(quantity)
}

fn atom(name: &str) -> Option<Dynamic> {
    Some(match name {
        "B" => of(unit::B),
        "MB" => of(unit::MB),
        "GB" => of(unit::GB),
        "TB" => of(unit::TB),
        "PB" => of(unit::PB),
        "KiB" => of(unit::KiB),
        "MiB" => of(unit::MiB),
        "GiB" => of(unit::GiB),
        "TiB" => of(unit::TiB),
        "bit" => of(unit::bit),
        "Mbit" => of(unit::Mbit),
        "Gbit" => of(unit::Gbit),
        "Gbps" => of(unit::Gbps),
        "flop" => of(unit::FLOP),
        "MFLOPs" => of(unit::MFLOP),
        "TFLOPs" => of(unit::TFLOP),
        "PFLOP_day" => of(PETAFLOP_DAY),
        "PFLOPs" => of(unit::PFLOP),
        "TOPS" => of(unit::TOPS),
        "ns" => of(unit::ns),
        "us" | "µs" => of(unit::us),
        "ms" => of(unit::ms),
        "s" => of(unit::s),
        "h" => of(unit::h),
        "d" => of(unit::day),
        "min" => of(unit::min),
        "year" => of(unit::year),
        "month" => of(unit::month),
        "W" => of(unit::W),
        "kW" => of(unit::kW),
        "MW" => of(unit::MW),
        "GW" => of(unit::GW),
        "pJ" => of(unit::pJ),
        "mJ" => of(unit::mJ),
        "Wh" => of(unit::Wh),
        "kWh" => of(unit::kWh),
        "MWh" => of(unit::MWh),
        "FIT" => of(unit::FIT),
        "L" => of(unit::L),
        "g" => of(unit::g),
        "percent" => of(unit::percent),
        "1" => of(unit::one),
        "kg" => of(unit::kg),
        "t" => of(unit::t),
        "mm" => of(unit::mm),
        "mm**2" => of(unit::mm2),
        "Hz" => of(unit::Hz),
        "MHz" => of(unit::MHz),
        "dollar" => of(unit::USD),
        "count" | "param" => of(unit::one),
        "Bparam" => of(unit::billion),
        "Tparam" => of(unit::trillion),
        _ => return None,
    })
}
