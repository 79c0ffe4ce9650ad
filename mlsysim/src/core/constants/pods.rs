//! Pods of TPUs.
#![doc = include_str!("tables/pods.md")]

use super::Source;
use super::accelerators::Accelerator;
use super::accelerators::cloud::{TPU_V4, TPU_V5P};
use crate::units::{Count, Information, Power};
use crate::{constants, q};

/// Chips on one torus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pod {
    /// Its name in prose.
    pub name: &'static str,
    /// Each of its chips.
    pub accelerator: &'static Accelerator,
    /// How many of them.
    pub chips: Count,
    /// The memory of all chips.
    pub memory: Information,
    /// What the pod draws.
    pub power: Power,
    /// Where the figures are published.
    pub source: Source,
}

constants! {
    /// Cloud TPU v4 Pod (4096 chips). The power is a round figure for the whole pod.
    pub const TPU_V4_4096: Pod = Pod {
        name: "Cloud TPU v4 Pod (4096 chips)",
        accelerator: &TPU_V4,
        chips: q!(4_096 chips),
        memory: q!(4_096 * TPU_V4.memory.capacity),
        power: q!(3 MW),
        source: Source::convention(
            "mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs)",
        )
        .checked(2026, 3, 6),
    };

    /// Cloud TPU v5p Pod (8960 chips). The power is that of the chips alone.
    pub const TPU_V5P_8960: Pod = Pod {
        name: "Cloud TPU v5p Pod (8960 chips)",
        accelerator: &TPU_V5P,
        chips: q!(8_960 chips),
        memory: q!(8_960 * TPU_V5P.memory.capacity),
        power: q!(8_960 * TPU_V5P.thermal_design_power()),
        source: Source::datasheet(
            "Google Cloud TPU v5p documentation",
            "https://cloud.google.com/tpu/docs/v5p",
        )
        .checked(2026, 3, 6),
    };

    /// Every pod of this page.
    pub const ALL: &[&Pod] = all!();
}
