//! Latencies, ports and power of links and switches.
#![doc = include_str!("tables/interconnects.md")]

use super::Source;
use super::source::{UNSOURCED, convention, datasheet, date, literature, sourced};
use crate::q;
use crate::units::{Bandwidth, Count, Power, Ratio, Time};

const HIERARCHY: Source = convention(
    "mlsysim memory/interconnect access-latency hierarchy (order-of-magnitude class figures)",
    date(2026, 3, 6),
);
const QM9700: Source = datasheet(
    "NVIDIA QM97XX 1U NDR 400Gbps InfiniBand Switch Systems User Manual",
    "https://docs.nvidia.com/networking/display/qm97x0um/introduction",
    date(2026, 6, 1),
);
const LEAF_SPINE: Source = convention(
    "Reference non-oversubscribed two-tier leaf-spine split for a 64-port NDR switch",
    date(2026, 3, 6),
);
const GIBIANSKY_2017: Source = literature(
    "Gibiansky (2017), Ring AllReduce communication identity (2× factor)",
    "https://andrew.gibiansky.com/blog/machine-learning/baidu-allreduce/",
    date(2026, 3, 6),
);

sourced! {
    /// A message over NVLink.
    NVLINK_LATENCY: Time = q!(500 ns), HIERARCHY;
    /// A message over PCIe Gen5.
    PCIE_GEN5_LATENCY: Time = q!(1 us), HIERARCHY;
    /// A message over InfiniBand NDR before its first byte (α).
    NDR_STARTUP: Time = q!(1.5 us), UNSOURCED;
    /// A message over RoCE before its first byte (α).
    ROCE_STARTUP: Time = q!(5 us), UNSOURCED;
    /// Effective start-up time of a collective over InfiniBand HDR, at least.
    HDR_EFFECTIVE_STARTUP_LOW: Time = q!(2 us), UNSOURCED;
    /// Effective start-up time of a collective over InfiniBand HDR, at most.
    HDR_EFFECTIVE_STARTUP_HIGH: Time = q!(5 us), UNSOURCED;
    /// Effective start-up time of a collective over InfiniBand NDR, at least.
    NDR_EFFECTIVE_STARTUP_LOW: Time = q!(1 us), UNSOURCED;
    /// Effective start-up time of a collective over InfiniBand NDR, at most.
    NDR_EFFECTIVE_STARTUP_HIGH: Time = q!(3 us), UNSOURCED;
    /// Effective start-up time of a collective over NVLink, at least.
    NVLINK_EFFECTIVE_STARTUP_LOW: Time = q!(1 us), UNSOURCED;
    /// Effective start-up time of a collective over NVLink, at most.
    NVLINK_EFFECTIVE_STARTUP_HIGH: Time = q!(2 us), UNSOURCED;
    /// Effective start-up time of a collective over PCIe Gen5, at least.
    PCIE_GEN5_EFFECTIVE_STARTUP_LOW: Time = q!(2 us), UNSOURCED;
    /// Effective start-up time of a collective over PCIe Gen5, at most.
    PCIE_GEN5_EFFECTIVE_STARTUP_HIGH: Time = q!(5 us), UNSOURCED;
    /// Effective start-up time of a collective over RoCE, at least.
    ROCE_EFFECTIVE_STARTUP_LOW: Time = q!(5 us), UNSOURCED;
    /// Effective start-up time of a collective over RoCE, at most.
    ROCE_EFFECTIVE_STARTUP_HIGH: Time = q!(10 us), UNSOURCED;
    /// Forward error correction of a link, at least.
    ERROR_CORRECTION_LOW: Time = q!(100 ns), UNSOURCED;
    /// Forward error correction of a link, at most.
    ERROR_CORRECTION_HIGH: Time = q!(200 ns), UNSOURCED;
    /// One switch on the way.
    HOP_LATENCY: Time = q!(0.6 us), UNSOURCED;
    /// Ports of an NDR switch.
    NDR_SWITCH_PORTS: Count = q!(64), QM9700;
    /// Ports of an NDR leaf switch to nodes.
    NDR_LEAF_DOWNLINKS: Count = q!(NDR_SWITCH_PORTS.value / 2), LEAF_SPINE;
    /// Ports of an NDR leaf switch to spines.
    NDR_LEAF_UPLINKS: Count = q!(NDR_SWITCH_PORTS.value / 2), LEAF_SPINE;
    /// A 400G port with optics in the package of the switch.
    CO_PACKAGED_OPTICS_400G: Power = q!(10 W), UNSOURCED;
    /// A 400G port with pluggable optics.
    PLUGGABLE_OPTICS_400G: Power = q!(20 W), UNSOURCED;
    /// A switch chip of the 51.2T class.
    SWITCH_51T: Bandwidth = q!(51_200 Gbps), UNSOURCED;
    /// A switch chip of the 102.4T class.
    SWITCH_102T: Bandwidth = q!(102_400 Gbps), UNSOURCED;
    /// What a ring all-reduce sends of its data, for many devices: once to reduce, once to gather.
    RING_ALLREDUCE_FACTOR: Ratio = q!(2), GIBIANSKY_2017;
}
