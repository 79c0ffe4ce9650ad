//! Round figures of where models run.
#![doc = include_str!("tables/deployment_tiers.md")]

use super::Source;
use super::source::{convention, date, sourced};
use crate::q;
use crate::units::Information;

const TIERS: Source = convention(
    "Round figures of the book for a cloud node, an edge computer and a microcontroller",
    date(2026, 11, 23),
);

sourced! {
    /// Memory of a cloud node.
    CLOUD_MEMORY: Information = q!(100 GiB), TIERS;
    /// Memory of an edge computer.
    EDGE_MEMORY: Information = q!(32 GiB), TIERS;
    /// Memory of a microcontroller.
    TINY_MEMORY: Information = q!(512 KiB), TIERS;
}
