//! Racks of servers, and where their power goes.
#![doc = include_str!("tables/racks.md")]

use super::Source;
use super::nodes::{DGX_H100, Node};
use crate::units::{Count, Power};
use crate::{constants, formula, q};

/// Servers in one rack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rack {
    /// Its name in prose.
    pub name: &'static str,
    /// Each of its servers.
    pub node: &'static Node,
    /// How many of them.
    pub nodes: Count,
    /// Hosts.
    pub host_power: Power,
    /// Switches between the accelerators.
    pub switch_power: Power,
    /// The network between the servers.
    pub network_power: Power,
    /// Lost while converting voltages.
    pub conversion_loss: Power,
    /// The rack's share of cooling.
    pub cooling_power: Power,
    /// Where the figures come from.
    pub source: Source,
}

impl Rack {
    /// Accelerators of all servers.
    ///
    /// ```
    /// use mlsysim::core::constants::racks::DGX_H100_4_NODES;
    /// use mlsysim::q;
    /// assert_eq!(DGX_H100_4_NODES.accelerators(), q!(32 GPUs));
    /// ```
    #[formula]
    pub const fn accelerators(&self) -> Count {
        self.nodes * self.node.accelerators
    }

    /// What the rack draws beside its accelerators: the five shares together.
    ///
    /// ```
    /// use mlsysim::core::constants::racks::DGX_H100_4_NODES;
    /// use mlsysim::q;
    /// assert_eq!(DGX_H100_4_NODES.overhead_power(), q!(11.1 kW));
    /// ```
    #[formula]
    pub const fn overhead_power(&self) -> Power {
        self.host_power
            + self.switch_power
            + self.network_power
            + self.conversion_loss
            + self.cooling_power
    }
}

constants! {
    /// DGX H100 4-node rack.
    pub const DGX_H100_4_NODES: Rack = Rack {
        name: "DGX H100 4-node rack",
        node: &DGX_H100,
        nodes: q!(4 nodes),
        host_power: q!(3.2 kW),
        switch_power: q!(1.6 kW),
        network_power: q!(0.8 kW),
        conversion_loss: q!(2.8 kW),
        cooling_power: q!(2.7 kW),
        source: Source::convention("Reference DGX H100 rack profile").checked(2026, 3, 6),
    };

    /// Every rack of this page.
    pub const ALL: &[&Rack] = all!();
}
