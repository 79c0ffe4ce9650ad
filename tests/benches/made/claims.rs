//! Made chapters of claims, by number.

use std::fmt::Write as _;

const CLAIMS_IN_A_CHAPTER: usize = 100;

/// Named files with their text.
pub type Chapters = Vec<(String, String)>;

/// So many claims, each written by `claim`.
pub fn chapters(size: usize, claim: fn(usize, &mut String)) -> Chapters {
    let count = size.div_ceil(CLAIMS_IN_A_CHAPTER);
    let mut files = Vec::new();
    for chapter in 0..count {
        let mut text = String::from("//! A generated chapter.\n\nuse crate::*;\n\n");
        for index in chapter * CLAIMS_IN_A_CHAPTER..size.min((chapter + 1) * CLAIMS_IN_A_CHAPTER) {
            claim(index, &mut text);
        }
        files.push((format!("chapter_{chapter}"), text));
    }
    files
}

/// Every so many claims are one block.
pub const KINDS: usize = 5;

/// A claim.
pub fn by_claim(index: usize, text: &mut String) {
    let claim = Figures::new(index);
    let Figures {
        devices,
        hours,
        layers,
        ..
    } = claim;
    if index.is_multiple_of(KINDS) {
        text.push_str("check! {\n");
        let _ = writeln!(
            text,
            "    let fleet_{index} = {devices} GPUs;\n    let mttf_{index} = {hours} h;"
        );
    }
    let block = index - index % KINDS;
    let _ = match index % KINDS {
        0 => writeln!(
            text,
            "    /// A fleet of {{fleet_{index}}} loses a GPU every {{}}.\n    interval_{index}: mttf_{index} / fleet_{index} ~= {:.2} h;",
            claim.interval()
        ),
        1 => writeln!(
            text,
            "    /// One token of context takes {{}}.\n    memory_{index}: 2 * {layers} layers * 8 heads * 128 * 2 B ~= {:.3} MB;",
            claim.memory()
        ),
        2 => writeln!(
            text,
            "    /// The pause stays below {{}}.\n    pause_{index}: {hours} h / fleet_{block} + 180 s < {:.2} h;",
            claim.pause() * 1.5
        ),
        3 => writeln!(
            text,
            "    /// The run takes {{}}.\n    run_{index}: training_time(8.4e23 FLOP, {devices} GPUs, 989 TFLOP/s, 50%) ~= {:.2} days;",
            claim.run()
        ),
        _ => writeln!(
            text,
            "    /// The bill for power is {{}}.\n    bill_{index}: fleet_{block} * 700 W * interval_{block} * $0.12/kWh ~= ${:.0};",
            claim.bill()
        ),
    };
    if index % KINDS == KINDS - 1 {
        text.push_str("}\n\n");
    }
}

/// The inputs of a group of claims, and what follows from them.
pub struct Figures {
    pub devices: usize,
    pub hours: usize,
    pub layers: usize,
}

impl Figures {
    pub fn new(index: usize) -> Self {
        let group = index / KINDS;
        Figures {
            devices: 1_000 + group,
            hours: 50_000 + 7 * group,
            layers: 80 + index,
        }
    }

    pub fn interval(&self) -> f64 {
        self.hours as f64 / self.devices as f64
    }

    pub fn memory(&self) -> f64 {
        2.0 * self.layers as f64 * 8.0 * 128.0 * 2.0 / 1e6
    }

    pub fn pause(&self) -> f64 {
        self.interval() + 0.05
    }

    pub fn run(&self) -> f64 {
        8.4e23 / (self.devices as f64 * 989e12 * 0.5) / 86_400.0
    }

    pub fn bill(&self) -> f64 {
        self.devices as f64 * 0.7 * self.interval() * 0.12
    }
}

/// What stands before the chapters.
pub const CLAIM_PRELUDE: &str = "
use mlsysim::{check, formula};
use mlsysim::units::{Count, Operation, OperationRate, Ratio, Time};

/// Time to train: total operations over the delivered rate of the fleet.
#[formula]
pub const fn training_time(operations: Operation, devices: Count, peak: OperationRate, mfu: Ratio) -> Time {
    operations / (devices * peak * mfu)
}
";
