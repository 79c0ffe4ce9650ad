//! Round figures of where models run.
#![doc = include_str!("tables/deployment_tiers.md")]

use super::Source;
use crate::units::Information;
use crate::{constants, q};

constants! {
    const TIERS: Source = Source::convention(
        "Round figures of the book for a cloud node, an edge computer and a microcontroller",
    )
    .checked(2026, 11, 23);

    /// Memory of a cloud node.
    #[source(TIERS)]
    pub const CLOUD_MEMORY: Information = q!(100 GiB);

    /// Memory of an edge computer.
    #[source(TIERS)]
    pub const EDGE_MEMORY: Information = q!(32 GiB);

    /// Memory of a microcontroller.
    #[source(TIERS)]
    pub const TINY_MEMORY: Information = q!(512 KiB);
}
