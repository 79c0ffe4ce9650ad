//! Servers.
#![doc = include_str!("tables/nodes.md")]

use super::Source;
use super::accelerators::Accelerator;
use super::accelerators::cloud::{A100, B200, H100, MI300X};
use super::accelerators::workstation::MACBOOK_M3_MAX;
use super::source::where_known;
use crate::units::{Bandwidth, Count, Information, Mass, Power};
use crate::{constants, q};

/// The host of a server's accelerators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Host {
    /// Its processors.
    pub processor: Option<&'static str>,
    /// Cores of all processors.
    pub cores: Option<Count>,
    /// Its memory.
    pub memory: Information,
    /// The rate of its memory.
    pub memory_bandwidth: Option<Bandwidth>,
}

/// A server with its accelerators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// Its name in prose.
    pub name: &'static str,
    /// What computes in it.
    pub accelerator: &'static Accelerator,
    /// How many of them.
    pub accelerators: Count,
    /// What one accelerator sends to its peers in one direction.
    pub accelerator_bandwidth: Bandwidth,
    /// Ports of the network between nodes.
    pub network_interfaces: Count,
    /// Power supplies.
    pub power_supplies: Count,
    /// Power supplies that may fail while the node runs.
    pub spare_power_supplies: Count,
    /// What one power supply delivers.
    pub power_supply_rating: Option<Power>,
    /// What the node draws at most.
    pub maximum_power: Option<Power>,
    /// The host of the accelerators.
    pub host: Option<Host>,
    /// Switches between the accelerators.
    pub switches: Option<Count>,
    /// Links of one accelerator to its peers.
    pub links_per_accelerator: Option<Count>,
    /// Its mass.
    pub mass: Option<Mass>,
    /// Where the figures are published.
    pub source: Source,
}

impl Node {
    where_known! {
        /// What one power supply delivers, where it is stated.
        power_supply_rating: Power = power_supply_rating, "power supply rating";
        /// What the node draws at most, where it is stated.
        maximum_power: Power = maximum_power, "maximum power";
        /// The host of the accelerators, where it is described.
        host: Host = host, "description of its host";
        /// Switches between the accelerators, where they are stated.
        switches: Count = switches, "count of switches";
        /// Links of one accelerator to its peers, where they are stated.
        links_per_accelerator: Count = links_per_accelerator, "count of links";
        /// Its mass, where it is stated.
        mass: Mass = mass, "mass";
    }
}

constants! {
    /// DGX A100. Source: NVIDIA DGX A100 User Guide: hardware overview, power specifications and N+N redundancy.
    pub const DGX_A100: Node = Node {
        name: "DGX A100",
        accelerator: &A100,
        accelerators: q!(8 GPUs),
        accelerator_bandwidth: q!(A100.peer_bandwidth()),
        network_interfaces: q!(8),
        power_supplies: q!(6),
        spare_power_supplies: q!(3),
        power_supply_rating: Some(q!(3 kW)),
        maximum_power: Some(q!(6.5 kW)),
        host: None,
        switches: None,
        links_per_accelerator: None,
        mass: None,
        source: Source::datasheet(
            "NVIDIA DGX A100 User Guide: hardware overview, power specifications and N+N redundancy",
            "https://docs.nvidia.com/dgx/dgxa100-user-guide/introduction-to-dgxa100.html",
        )
        .checked(2026, 9, 29),
    };

    /// DGX B200. Source: NVIDIA DGX B200 User Guide: hardware overview, power specifications and PSU redundancy.
    pub const DGX_B200: Node = Node {
        name: "DGX B200",
        accelerator: &B200,
        accelerators: q!(8 GPUs),
        accelerator_bandwidth: q!(B200.peer_bandwidth()),
        network_interfaces: q!(8),
        power_supplies: q!(6),
        spare_power_supplies: q!(1),
        power_supply_rating: Some(q!(3.3 kW)),
        maximum_power: Some(q!(14.3 kW)),
        host: None,
        switches: None,
        links_per_accelerator: None,
        mass: None,
        source: Source::datasheet(
            "NVIDIA DGX B200 User Guide: hardware overview, power specifications and PSU redundancy",
            "https://docs.nvidia.com/dgx/dgxb200-user-guide/introduction-to-dgxb200.html",
        )
        .checked(2026, 9, 29),
    };

    /// DGX H100. Source: NVIDIA DGX H100 System Datasheet and Architecture Whitepaper.
    pub const DGX_H100: Node = Node {
        name: "DGX H100",
        accelerator: &H100,
        accelerators: q!(8 GPUs),
        accelerator_bandwidth: q!(H100.peer_bandwidth()),
        network_interfaces: q!(8),
        power_supplies: q!(6),
        spare_power_supplies: q!(2),
        power_supply_rating: Some(q!(3.3 kW)),
        maximum_power: Some(q!(10.2 kW)),
        host: Some(Host {
            processor: Some("Dual Intel Xeon Platinum 8480C"),
            cores: Some(q!(112 cores)),
            memory: q!(2 TiB),
            memory_bandwidth: Some(q!(614 GB/s)),
        }),
        switches: Some(q!(4)),
        links_per_accelerator: Some(q!(18)),
        mass: Some(q!(130.45 kg)),
        source: Source::datasheet(
            "NVIDIA DGX H100 System Datasheet and Architecture Whitepaper",
            "https://resources.nvidia.com/en-us-dgx-systems/dgx-h100-datasheet",
        )
        .checked(2026, 3, 6),
    };

    /// Meta Grand Teton (8x H100). Source: Meta Engineering (2024), Building Meta's GenAI Infrastructure.
    pub const GRAND_TETON_H100: Node = Node {
        name: "Meta Grand Teton (8x H100)",
        accelerator: &H100,
        accelerators: q!(8 GPUs),
        accelerator_bandwidth: q!(H100.peer_bandwidth()),
        network_interfaces: q!(8),
        power_supplies: q!(2),
        spare_power_supplies: q!(0),
        power_supply_rating: None,
        maximum_power: None,
        host: None,
        switches: None,
        links_per_accelerator: None,
        mass: None,
        source: Source::industry_report(
            "Meta Engineering (2024), Building Meta's GenAI Infrastructure",
            "https://engineering.fb.com/2024/03/12/data-center-engineering/building-metas-genai-infrastructure/",
        )
        .checked(2026, 9, 28),
    };

    /// HGX H100 (Dual AMD EPYC 9654). Source: Supermicro AS-8125GS-TNHR / Dell PowerEdge XE9680 HGX H100 8-GPU Datasheet.
    pub const HGX_H100_EPYC: Node = Node {
        name: "HGX H100 (Dual AMD EPYC 9654)",
        accelerator: &H100,
        accelerators: q!(8 GPUs),
        accelerator_bandwidth: q!(H100.peer_bandwidth()),
        network_interfaces: q!(8),
        power_supplies: q!(2),
        spare_power_supplies: q!(0),
        power_supply_rating: None,
        maximum_power: None,
        host: Some(Host {
            processor: Some("Dual AMD EPYC 9654"),
            cores: Some(q!(192 cores)),
            memory: q!(1.5 TiB),
            memory_bandwidth: Some(q!(460 GB/s)),
        }),
        switches: None,
        links_per_accelerator: None,
        mass: None,
        source: Source::datasheet(
            "Supermicro AS-8125GS-TNHR / Dell PowerEdge XE9680 HGX H100 8-GPU Datasheet",
            "https://www.supermicro.com/en/products/system/gpu/8u/as-8125gs-tnhr",
        )
        .checked(2026, 3, 6),
    };

    /// Kempner H100 4-GPU Server. Source: Kempner Institute Computing Handbook, Overview of Cluster - H100 partition specs.
    pub const KEMPNER_H100: Node = Node {
        name: "Kempner H100 4-GPU Server",
        accelerator: &H100,
        accelerators: q!(4 GPUs),
        accelerator_bandwidth: q!(H100.peer_bandwidth()),
        network_interfaces: q!(4),
        power_supplies: q!(2),
        spare_power_supplies: q!(0),
        power_supply_rating: None,
        maximum_power: None,
        host: None,
        switches: None,
        links_per_accelerator: None,
        mass: None,
        source: Source::datasheet(
            "Kempner Institute Computing Handbook, Overview of Cluster - H100 partition specs",
            "https://handbook.eng.kempnerinstitute.harvard.edu/s1_high_performance_computing/kempner_cluster/overview_of_kempner_cluster.html",
        )
        .checked(2026, 6, 1),
    };

    /// 8x MI300X Server. Source: AMD Instinct MI300X product documentation.
    ///
    /// 896 GB/s is what seven links carry both ways together, each 16 lanes of 32 Gbit/s one way
    /// (Wheeler, 2024, "AMD Looks to Infinity for AI Interconnects",
    /// <https://www.wheelersnetwork.com/2024/01/>).
    pub const SERVER_8X_MI300X: Node = Node {
        name: "8x MI300X Server",
        accelerator: &MI300X,
        accelerators: q!(8 GPUs),
        accelerator_bandwidth: q!(896 GB/s / 2),
        network_interfaces: q!(8),
        power_supplies: q!(2),
        spare_power_supplies: q!(0),
        power_supply_rating: None,
        maximum_power: Some(q!(10 kW)),
        host: Some(Host {
            processor: None,
            cores: None,
            memory: q!(1.5 TiB),
            memory_bandwidth: None,
        }),
        switches: None,
        links_per_accelerator: None,
        mass: None,
        source: Source::datasheet(
            "AMD Instinct MI300X product documentation",
            "https://www.amd.com/en/products/accelerators/instinct/mi300/mi300x.html",
        )
        .checked(2026, 3, 6),
    };

    /// MacBook Pro M3 Max Workstation. Source: Apple MacBook Pro 16-inch M3 Max Technical Specifications.
    pub const WORKSTATION_M3_MAX: Node = Node {
        name: "MacBook Pro M3 Max Workstation",
        accelerator: &MACBOOK_M3_MAX,
        accelerators: q!(1),
        accelerator_bandwidth: MACBOOK_M3_MAX.memory.bandwidth,
        network_interfaces: q!(1),
        power_supplies: q!(2),
        spare_power_supplies: q!(0),
        power_supply_rating: None,
        maximum_power: None,
        host: Some(Host {
            processor: Some("Apple M3 Max 16-Core"),
            cores: Some(q!(16 cores)),
            memory: q!(128 GiB),
            memory_bandwidth: Some(q!(400 GB/s)),
        }),
        switches: None,
        links_per_accelerator: None,
        mass: None,
        source: Source::datasheet(
            "Apple MacBook Pro 16-inch M3 Max Technical Specifications",
            "https://www.apple.com/macbook-pro/specs/",
        )
        .checked(2026, 3, 6),
    };

    /// Every node of this page.
    pub const ALL: &[&Node] = all!();
}
