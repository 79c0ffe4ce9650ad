//! Every constant has a source that its kind demands, and nothing is physically impossible.

use mlsysim::core::constants::accelerators::{self, Basis, MemoryKind};
use mlsysim::core::constants::models::language;
use mlsysim::core::constants::{
    Constant, Precision, all, clusters, cooling, datasets, fabrics, grids, lithography, nodes,
    storage,
};
use mlsysim::{q, unit};

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_constant_has_the_source_that_its_kind_demands() {
    let mut wrong = Vec::new();
    for constant in all().expect("the registry can be read") {
        let named = format!("{}::{}", constant.page(), constant.name);
        let Some(source) = constant.source else {
            if constant.is_public {
                wrong.push(format!("{named}: no source"));
            }
            continue;
        };
        if source.kind.is_published() && source.url.is_none() {
            wrong.push(format!("{named}: a {:?} without address", source.kind));
        }
        if source.reference.len() < 10 {
            wrong.push(format!("{named}: the reference says nothing"));
        }
        if constant.module.starts_with("mlsysim::") && source.checked.is_none() {
            wrong.push(format!("{named}: nobody looked its source up"));
        }
    }
    report(&wrong);
}

#[test]
fn names_are_unique_within_a_page() {
    let constants = all().expect("the registry can be read");
    let mut names: Vec<_> = constants
        .iter()
        .map(|constant| (constant.module, constant.title.unwrap_or(constant.name)))
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn figures_are_positive_and_lows_are_below_highs() {
    let constants = all().expect("the registry can be read");
    let single = |constant: &Constant| constant.figure("").and_then(|figure| figure.value);
    let mut wrong = Vec::new();
    for constant in &constants {
        let Some(figure) = single(constant) else {
            continue;
        };
        let named = format!("{}::{}", constant.page(), constant.name);
        if figure.value <= 0.0 || !figure.value.is_finite() {
            wrong.push(format!("{named} is not positive"));
        }
        let Some(stem) = constant.name.strip_suffix("_LOW") else {
            continue;
        };
        let high = constants.iter().find(|other| {
            other.module == constant.module && other.name.strip_suffix("_HIGH") == Some(stem)
        });
        if high
            .and_then(single)
            .is_some_and(|high| high.value <= figure.value)
        {
            wrong.push(format!("{named} is not below its high"));
        }
    }
    report(&wrong);
}

/// Formats of ever fewer bits: a machine is no slower in a later one.
const NARROWING: &[&[Precision]] = &[
    &[
        Precision::Fp32,
        Precision::Tf32,
        Precision::Fp16,
        Precision::Fp8,
        Precision::Fp4,
    ],
    &[Precision::Fp32, Precision::Bf16, Precision::Fp8],
    &[Precision::Fp32, Precision::Int8, Precision::Int4],
];

#[test]
fn peaks_are_possible() {
    let mut wrong = Vec::new();
    for device in accelerators::ALL {
        let name = device.name;
        for peak in device.peaks {
            if peak.rate.value <= 0.0 {
                wrong.push(format!("{name}: no rate in {}", peak.precision.name()));
            }
            let dense = device.find_peak(peak.precision, Basis::Dense);
            let ratio = dense.map(|dense| peak.rate.value / dense.value);
            if peak.basis == Basis::StructuredSparse
                && ratio.is_some_and(|ratio| !(1.0..=2.002).contains(&ratio))
            {
                wrong.push(format!(
                    "{name}: sparse {} is {ratio:?} times dense",
                    peak.precision.name()
                ));
            }
        }
        for formats in NARROWING {
            let mut slowest = 0.0;
            for precision in *formats {
                let Some(rate) = device.find_peak(*precision, Basis::Dense) else {
                    continue;
                };
                if rate.value < slowest {
                    wrong.push(format!("{name}: {} is slower", precision.name()));
                }
                slowest = rate.value;
            }
        }
    }
    report(&wrong);
}

#[test]
fn devices_are_possible() {
    let mut wrong = Vec::new();
    let reticle = lithography::RETICLE_AREA;
    for device in accelerators::ALL {
        let name = device.name;
        let details = &device.details;
        let mut check = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{name}: {what}"));
            }
        };
        check(!device.peaks.is_empty(), "no peak");
        check(device.memory.capacity.value > 0.0, "no memory");
        check(device.memory.bandwidth.value > 0.0, "no bandwidth");
        check(device.launch_overhead.value > 0.0, "launches in no time");
        check((2000..=2027).contains(&device.release_year), "its year");
        let tier = match device.memory.kind {
            MemoryKind::Flash => details.flash,
            MemoryKind::Psram => details.psram,
            MemoryKind::Sram => details.on_chip_memory,
            _ => None,
        };
        check(
            tier.is_none_or(|tier| tier.capacity == device.memory.capacity),
            "two capacities for one kind of memory",
        );
        check(
            details.memory_stacks.is_none() || device.memory.kind == MemoryKind::Hbm,
            "stacks of what is no high-bandwidth memory",
        );
        let is_fast = device.memory.bandwidth > q!(2 GB/s);
        check(
            device.memory.kind != MemoryKind::Flash || !is_fast,
            "flash that reads faster than any does",
        );
        let power = device.thermal_design_power;
        check(power.is_none_or(|power| power > q!(0 W)), "no power");
        check(
            details
                .lowest_power
                .zip(power)
                .is_none_or(|(low, power)| low <= power),
            "power below its range",
        );
        check(
            details
                .highest_power
                .zip(power)
                .is_none_or(|(high, power)| power <= high),
            "power above its range",
        );
        check(
            details
                .highest_price
                .zip(device.price)
                .is_none_or(|(high, low)| low < high),
            "prices out of order",
        );
        check(
            details.die_area.is_none_or(|area| area <= reticle),
            "a die larger than one exposure",
        );
        check(
            device
                .memory_interface_bandwidth()
                .is_none_or(|limit| device.memory.bandwidth <= limit),
            "more bandwidth than its interface carries",
        );
        // No process of today computes an FP4 operation for less than 10 fJ.
        let frugal = power.is_none_or(|power| power / device.peaks[0].rate > q!(10 fJ/FLOP));
        check(frugal, "less energy for an operation than physics allows");
        for partition in details.partitions {
            check(
                partition.memory <= device.memory.capacity,
                "a slice too large",
            );
            check(
                details
                    .multiprocessors
                    .is_none_or(|all| partition.multiprocessors <= all),
                "a slice of more multiprocessors than there are",
            );
        }
    }
    report(&wrong);
}

#[test]
fn language_models_are_possible() {
    let mut wrong = Vec::new();
    for model in language::ALL {
        let name = model.name;
        let mut check = |holds: bool, what: String| {
            if !holds {
                wrong.push(format!("{name}: {what}"));
            }
        };
        check(
            model.active_parameters() <= model.parameters,
            "more active parameters than parameters".into(),
        );
        check(
            model.heads % model.kv_heads.unwrap_or(model.heads) == q!(0),
            "heads do not divide".into(),
        );
        // Twelve squares of the hidden dimension for each layer, and the embeddings.
        if model.mixture.is_none() {
            let body = 12.0 * model.layers.value * model.hidden_dimension.value.powi(2);
            let ratio = model.parameters.value / body;
            check(
                (0.8..1.8).contains(&ratio),
                format!("{ratio:.2} times the parameters of its shape"),
            );
        }
        if let (Some(spent), Some(tokens)) = (model.training.operations, model.training.tokens) {
            let ratio = spent.value / (6.0 * model.parameters.value * tokens.value);
            check(
                (0.8..1.25).contains(&ratio),
                format!("{ratio:.2} times the operations of its tokens"),
            );
        }
    }
    report(&wrong);
}

#[test]
fn systems_are_possible() {
    let mut wrong = Vec::new();
    for node in nodes::ALL {
        let supplies = node.power_supplies - node.spare_power_supplies;
        if let Some(most) = node.maximum_power {
            let devices = node.accelerators * node.accelerator.thermal_design_power();
            if most < devices {
                wrong.push(format!("{}: draws less than its accelerators", node.name));
            }
            if node
                .power_supply_rating
                .is_some_and(|one| supplies * one < most)
            {
                wrong.push(format!("{}: draws more than its supplies give", node.name));
            }
        }
    }
    for cluster in clusters::ALL {
        if cluster.accelerators().value.fract() != 0.0 || cluster.accelerators().value < 1.0 {
            wrong.push(format!("{}: a part of an accelerator", cluster.name));
        }
    }
    for fabric in fabrics::ALL {
        if fabric.oversubscription < q!(1) || fabric.bandwidth.value <= 0.0 {
            wrong.push(format!(
                "{}: its core carries more than its nodes",
                fabric.name
            ));
        }
    }
    for device in storage::DEVICES {
        if device.bandwidth.value <= 0.0 {
            wrong.push(format!("{}: no bandwidth", device.name));
        }
    }
    report(&wrong);
}

#[test]
fn sites_are_possible() {
    let mut wrong = Vec::new();
    for grid in grids::ALL {
        let name = grid.name;
        if grid.pue < q!(1) || grid.pue > q!(2) {
            wrong.push(format!("{name}: its pue"));
        }
        // A plant that burns lignite emits about 1,100 g/kWh.
        if grid.carbon_intensity <= q!(0 g/kWh) || grid.carbon_intensity > q!(1_100 g/kWh) {
            wrong.push(format!("{name}: its carbon intensity"));
        }
        if grid.renewable_share.is_some_and(|share| share > q!(100%)) {
            wrong.push(format!("{name}: its renewable share"));
        }
        if grid
            .place
            .is_some_and(|place| place.latitude.abs() > 90.0 || place.longitude.abs() > 180.0)
        {
            wrong.push(format!("{name}: not on Earth"));
        }
    }
    for way in cooling::ALL {
        if way.pue < q!(1) || way.water_usage.value < 0.0 {
            wrong.push(format!("{}: its overheads", way.name));
        }
    }
    for set in datasets::ALL {
        if let (Some(examples), Some(all)) = (set.training_examples, set.all_examples)
            && (examples > all || examples < unit::one)
        {
            wrong.push(format!("{}: more examples than there are", set.name));
        }
    }
    report(&wrong);
}
