//! Data centers, the racks in them, and what building them waits for.
#![doc = include_str!("tables/datacenters.md")]

use super::grids::Grid;
use super::source::UNSOURCED;
use super::{Source, grids};
use crate::units::{Power, Ratio, Time};
use crate::{constants, q};

/// A data center and where its electricity comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Datacenter {
    /// Its name in prose.
    pub name: &'static str,
    /// The grid it draws from; its overheads stand there.
    pub grid: &'static Grid,
    /// Where the figures are published.
    pub source: Source,
}

/// What carries the heat away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coolant {
    /// Air blown through the rack.
    Air,
    /// Liquid brought to the chips.
    Liquid,
}

/// A class of racks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RackClass {
    /// Its name in prose.
    pub name: &'static str,
    /// What one rack draws.
    pub power: Power,
    /// What carries its heat away.
    pub coolant: Coolant,
    /// Where the figures are published.
    pub source: Source,
}

constants! {
    /// EU Average Region.
    pub const EU_AVERAGE: Datacenter = Datacenter {
        name: "EU Average Region",
        grid: &grids::EU_AVERAGE,
        source: grids::EU_AVERAGE.source,
    };

    /// France Nuclear Region.
    pub const FRANCE: Datacenter = Datacenter {
        name: "France Nuclear Region",
        grid: &grids::FRANCE,
        source: grids::FRANCE.source,
    };

    /// Iowa Reference Site.
    pub const IOWA: Datacenter = Datacenter {
        name: "Iowa Reference Site",
        grid: &grids::IOWA,
        source: grids::IOWA.source,
    };

    /// Norway Hydro Campus.
    pub const NORWAY: Datacenter = Datacenter {
        name: "Norway Hydro Campus",
        grid: &grids::NORWAY,
        source: grids::NORWAY.source,
    };

    /// Poland Coal Region.
    pub const POLAND: Datacenter = Datacenter {
        name: "Poland Coal Region",
        grid: &grids::POLAND,
        source: grids::POLAND.source,
    };

    /// Quebec Hydro Campus.
    pub const QUEBEC: Datacenter = Datacenter {
        name: "Quebec Hydro Campus",
        grid: &grids::QUEBEC,
        source: grids::QUEBEC.source,
    };

    /// US Hyperscale Region.
    pub const US_HYPERSCALE: Datacenter = Datacenter {
        name: "US Hyperscale Region",
        grid: &grids::US_AVERAGE,
        source: grids::US_AVERAGE.source,
    };

    /// Every data center of this page.
    pub const SITES: &[&Datacenter] = all!();

    const RACK_TIERS: Source = Source::convention(
        "Rack power tiers (traditional vs AI cluster, air-cooling limit)",
    )
    .checked(2026, 3, 6);

    /// Traditional Enterprise.
    pub const TRADITIONAL_RACK: RackClass = RackClass {
        name: "Traditional Enterprise",
        power: q!(12 kW),
        coolant: Coolant::Air,
        source: RACK_TIERS,
    };

    /// AI Cluster (Standard).
    pub const AI_RACK: RackClass = RackClass {
        name: "AI Cluster (Standard)",
        power: q!(70 kW),
        coolant: Coolant::Liquid,
        source: RACK_TIERS,
    };

    /// AI Cluster (High Density).
    pub const DENSE_AI_RACK: RackClass = RackClass {
        name: "AI Cluster (High Density)",
        power: q!(100 kW),
        coolant: Coolant::Liquid,
        source: RACK_TIERS,
    };

    /// Every class of racks of this page.
    pub const RACKS: &[&RackClass] = all!();

    const BUILD_OUT: Source = Source::estimate(
        "Illustrative datacenter build-out lead times",
    )
    .checked(2026, 3, 6);

    /// The most that air can carry out of a rack.
    #[source(RACK_TIERS)]
    pub const AIR_COOLING_LIMIT: Power = q!(30 kW);

    /// From order to delivery of accelerators.
    #[source(BUILD_OUT)]
    pub const GPU_LEAD_TIME: Time = q!(6 months);

    /// From order to operation of a substation.
    #[source(BUILD_OUT)]
    pub const SUBSTATION_LEAD_TIME: Time = q!(24 months);

    /// Generation and storage that waits for a connection to the grid.
    #[source(BUILD_OUT)]
    pub const GRID_CONNECTION_QUEUE: Power = q!(2_000 GW);

    /// The share of its thermal design power that an accelerator draws at rest.
    #[source(UNSOURCED)]
    pub const IDLE_POWER_SHARE: Ratio = q!(30%);

    /// The share that grows with its utilization.
    #[source(UNSOURCED)]
    pub const DYNAMIC_POWER_SHARE: Ratio = q!(1 - IDLE_POWER_SHARE);
}
