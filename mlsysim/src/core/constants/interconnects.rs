//! Latencies, ports and power of links and switches.
#![doc = include_str!("tables/interconnects.md")]

use super::Source;
use super::source::UNSOURCED;
use crate::units::{Bandwidth, Count, Power, Ratio, Time};
use crate::{constants, q};

constants! {
    const HIERARCHY: Source = Source::convention(
        "mlsysim memory/interconnect access-latency hierarchy (order-of-magnitude class figures)",
    )
    .checked(2026, 3, 6);

    const QM9700: Source = Source::datasheet(
        "NVIDIA QM97XX 1U NDR 400Gbps InfiniBand Switch Systems User Manual",
        "https://docs.nvidia.com/networking/display/qm97x0um/introduction",
    )
    .checked(2026, 6, 1);

    const LEAF_SPINE: Source = Source::convention(
        "Reference non-oversubscribed two-tier leaf-spine split for a 64-port NDR switch",
    )
    .checked(2026, 3, 6);

    const GIBIANSKY_2017: Source = Source::literature(
        "Gibiansky (2017), Ring AllReduce communication identity (2× factor)",
        "https://andrew.gibiansky.com/blog/machine-learning/baidu-allreduce/",
    )
    .checked(2026, 3, 6);

    /// A message over NVLink.
    #[source(HIERARCHY)]
    pub const NVLINK_LATENCY: Time = q!(500 ns);

    /// A message over PCIe Gen5.
    #[source(HIERARCHY)]
    pub const PCIE_GEN5_LATENCY: Time = q!(1 us);

    /// A message over InfiniBand NDR before its first byte (α).
    #[source(UNSOURCED)]
    pub const NDR_STARTUP: Time = q!(1.5 us);

    /// A message over RoCE before its first byte (α).
    #[source(UNSOURCED)]
    pub const ROCE_STARTUP: Time = q!(5 us);

    /// Effective start-up time of a collective over InfiniBand HDR, at least.
    #[source(UNSOURCED)]
    pub const HDR_EFFECTIVE_STARTUP_LOW: Time = q!(2 us);

    /// Effective start-up time of a collective over InfiniBand HDR, at most.
    #[source(UNSOURCED)]
    pub const HDR_EFFECTIVE_STARTUP_HIGH: Time = q!(5 us);

    /// Effective start-up time of a collective over InfiniBand NDR, at least.
    #[source(UNSOURCED)]
    pub const NDR_EFFECTIVE_STARTUP_LOW: Time = q!(1 us);

    /// Effective start-up time of a collective over InfiniBand NDR, at most.
    #[source(UNSOURCED)]
    pub const NDR_EFFECTIVE_STARTUP_HIGH: Time = q!(3 us);

    /// Effective start-up time of a collective over NVLink, at least.
    #[source(UNSOURCED)]
    pub const NVLINK_EFFECTIVE_STARTUP_LOW: Time = q!(1 us);

    /// Effective start-up time of a collective over NVLink, at most.
    #[source(UNSOURCED)]
    pub const NVLINK_EFFECTIVE_STARTUP_HIGH: Time = q!(2 us);

    /// Effective start-up time of a collective over PCIe Gen5, at least.
    #[source(UNSOURCED)]
    pub const PCIE_GEN5_EFFECTIVE_STARTUP_LOW: Time = q!(2 us);

    /// Effective start-up time of a collective over PCIe Gen5, at most.
    #[source(UNSOURCED)]
    pub const PCIE_GEN5_EFFECTIVE_STARTUP_HIGH: Time = q!(5 us);

    /// Effective start-up time of a collective over RoCE, at least.
    #[source(UNSOURCED)]
    pub const ROCE_EFFECTIVE_STARTUP_LOW: Time = q!(5 us);

    /// Effective start-up time of a collective over RoCE, at most.
    #[source(UNSOURCED)]
    pub const ROCE_EFFECTIVE_STARTUP_HIGH: Time = q!(10 us);

    /// Forward error correction of a link, at least.
    #[source(UNSOURCED)]
    pub const ERROR_CORRECTION_LOW: Time = q!(100 ns);

    /// Forward error correction of a link, at most.
    #[source(UNSOURCED)]
    pub const ERROR_CORRECTION_HIGH: Time = q!(200 ns);

    /// One switch on the way.
    #[source(UNSOURCED)]
    pub const HOP_LATENCY: Time = q!(0.6 us);

    /// Ports of an NDR switch.
    #[source(QM9700)]
    pub const NDR_SWITCH_PORTS: Count = q!(64);

    /// Ports of an NDR leaf switch to nodes.
    #[source(LEAF_SPINE)]
    pub const NDR_LEAF_DOWNLINKS: Count = q!(NDR_SWITCH_PORTS / 2);

    /// Ports of an NDR leaf switch to spines.
    #[source(LEAF_SPINE)]
    pub const NDR_LEAF_UPLINKS: Count = q!(NDR_SWITCH_PORTS / 2);

    /// A 400G port with optics in the package of the switch.
    #[source(UNSOURCED)]
    pub const CO_PACKAGED_OPTICS_400G: Power = q!(10 W);

    /// A 400G port with pluggable optics.
    #[source(UNSOURCED)]
    pub const PLUGGABLE_OPTICS_400G: Power = q!(20 W);

    /// A switch chip of the 51.2T class.
    #[source(UNSOURCED)]
    pub const SWITCH_51T: Bandwidth = q!(51_200 Gbps);

    /// A switch chip of the 102.4T class.
    #[source(UNSOURCED)]
    pub const SWITCH_102T: Bandwidth = q!(102_400 Gbps);

    /// What a ring all-reduce sends of its data, for many devices: once to reduce, once to gather.
    #[source(GIBIANSKY_2017)]
    pub const RING_ALLREDUCE_FACTOR: Ratio = q!(2);
}
