//! Memory by its kind: bandwidth, interface, timing and latency.
#![doc = include_str!("tables/memory_technologies.md")]

use super::Source;
use crate::units::{Bandwidth, Count, Information, Ratio, Time};
use crate::{constants, q};

constants! {
    const TIERS: Source = Source::convention(
        "Representative memory-interface bandwidth tiers",
    )
    .checked(2026, 3, 6);

    const JEDEC: Source = Source::convention(
        "JEDEC JESD238 (HBM3) and JESD79-5 (DDR5) interface widths",
    )
    .checked(2026, 3, 6);

    const BANDWIDTH_TIERS: Source = Source::convention(
        "Generic storage/memory bandwidth tiers (NVMe Gen3/4/5, DDR, host DRAM) from vendor datasheet ranges",
    )
    .checked(2026, 3, 6);

    const CXL: Source = Source::derived(
        "Reference CXL memory tier over PCIe Gen5 x16 -> 64 GB/s",
    )
    .checked(2026, 6, 3);

    const ON_CHIP: Source = Source::estimate(
        "MLSysBook, Model Training: on-chip SRAM of a modern accelerator",
    )
    .checked(2026, 10, 20);

    const ACCESS_ANCHORS: Source = Source::illustrative(
        "mlsysim illustrative register, L1, and L2 access-energy anchors",
    )
    .checked(2026, 8, 11);

    const DEAN_2009: Source = Source::literature(
        "Dean (2009), \"Designs, Lessons and Advice from Building Large Distributed Systems\", LADIS 2009 keynote, slide \"Numbers Everyone Should Know\"",
        "https://www.cs.cornell.edu/projects/ladis2009/talks/dean-keynote-ladis2009.pdf",
    )
    .checked(2026, 10, 20);

    const LUO_2024: Source = Source::literature(
        "Luo et al. (2024), Benchmarking and Dissecting the Nvidia Hopper GPU Architecture",
        "https://arxiv.org/abs/2402.13499",
    )
    .checked(2026, 9, 28);

    const LPDDR5: Source = Source::datasheet(
        "JEDEC JESD209-5C LPDDR5-6400 timings as encoded in the Ramulator 2.0 LPDDR5_6400 preset (tCK = 1250 ps; nRCD = 15, nRP = 15, nRPab = 17 cycles)",
        "https://github.com/CMU-SAFARI/ramulator2/blob/main/python/ramulator/dram/lpddr5.py",
    )
    .checked(2026, 9, 29);

    const CHECK_BITS: Source = Source::convention(
        "Eight check bits for 64 data bits, as single error correction with double error detection needs",
    )
    .checked(2026, 11, 23);

    /// Two channels of DDR4-3200.
    #[source(TIERS)]
    pub const DDR4_3200_BANDWIDTH: Bandwidth = q!(51.2 GB/s);

    /// GDDR6X of one graphics card.
    #[source(TIERS)]
    pub const GDDR6X_BANDWIDTH: Bandwidth = q!(760 GB/s);

    /// HBM2 of one accelerator.
    #[source(TIERS)]
    pub const HBM2_BANDWIDTH: Bandwidth = q!(900 GB/s);

    /// HBM3 of one accelerator.
    #[source(TIERS)]
    pub const HBM3_BANDWIDTH: Bandwidth = q!(1_600 GB/s);

    /// Data lines of an HBM3 stack, one bit each.
    #[source(JEDEC)]
    pub const HBM3_INTERFACE_WIDTH: Information = q!(1_024 bits);

    /// Data lines of a DDR5 module, one bit each.
    #[source(JEDEC)]
    pub const DDR5_INTERFACE_WIDTH: Information = q!(64 bits);

    /// The rate of one data line of DDR5-4800.
    #[source(JEDEC)]
    pub const DDR5_4800_PIN_RATE: Bandwidth = q!(4.8 Gbps);

    /// One DDR5-4800 module: its width times the rate of a line.
    #[source(JEDEC)]
    pub const DDR5_4800_BANDWIDTH: Bandwidth = q!(DDR5_4800_PIN_RATE * (DDR5_INTERFACE_WIDTH / 1 bit));

    /// Memory of a host with many channels.
    #[source(BANDWIDTH_TIERS)]
    pub const HOST_BANDWIDTH: Bandwidth = q!(200 GB/s);

    /// Memory of a desktop machine.
    #[source(BANDWIDTH_TIERS)]
    pub const SYSTEM_BANDWIDTH: Bandwidth = q!(50 GB/s);

    /// Memory behind CXL on PCIe Gen5 x16.
    #[source(CXL)]
    pub const CXL_BANDWIDTH: Bandwidth = q!(64 GB/s);

    /// Bandwidth given up to error correction in line: eight check bits for 64 bits of data.
    #[source(CHECK_BITS)]
    pub const ECC_PARITY_OVERHEAD: Ratio = q!(8 / 64);

    /// Static memory of all levels on one accelerator, at least.
    #[source(ON_CHIP)]
    pub const ON_CHIP_CAPACITY_LOW: Information = q!(30 MB);

    /// Static memory of all levels on one accelerator, at most.
    #[source(ON_CHIP)]
    pub const ON_CHIP_CAPACITY_HIGH: Information = q!(50 MB);

    /// Its bandwidth, at least.
    #[source(ON_CHIP)]
    pub const ON_CHIP_BANDWIDTH_LOW: Bandwidth = q!(15 TB/s);

    /// Its bandwidth, at most.
    #[source(ON_CHIP)]
    pub const ON_CHIP_BANDWIDTH_HIGH: Bandwidth = q!(20 TB/s);

    /// An access to a register.
    #[source(ACCESS_ANCHORS)]
    pub const REGISTER_LATENCY: Time = q!(0.3 ns);

    /// An access to the level-1 cache.
    #[source(ACCESS_ANCHORS)]
    pub const L1_LATENCY: Time = q!(1 ns);

    /// An access to the level-2 cache.
    #[source(ACCESS_ANCHORS)]
    pub const L2_LATENCY: Time = q!(4 ns);

    /// An access to the memory of a host (2009).
    #[source(DEAN_2009)]
    pub const HOST_LATENCY: Time = q!(100 ns);

    /// An access of an H100 to its high-bandwidth memory.
    #[source(LUO_2024)]
    pub const HOPPER_HBM_LATENCY: Time = q!(272.82 ns);

    /// The same in cycles.
    #[source(LUO_2024)]
    pub const HOPPER_HBM_CYCLES: Count = q!(478.8 cycles);

    /// An access of an H100 to its level-2 cache.
    #[source(LUO_2024)]
    pub const HOPPER_L2_LATENCY: Time = q!(149.86 ns);

    /// The same in cycles.
    #[source(LUO_2024)]
    pub const HOPPER_L2_CYCLES: Count = q!(263 cycles);

    /// An access of an H100 to its shared memory.
    #[source(LUO_2024)]
    pub const HOPPER_SHARED_MEMORY_LATENCY: Time = q!(16.52 ns);

    /// The same in cycles.
    #[source(LUO_2024)]
    pub const HOPPER_SHARED_MEMORY_CYCLES: Count = q!(29 cycles);

    /// A cycle of the command clock of LPDDR5-6400 (tCK).
    #[source(LPDDR5)]
    pub const LPDDR5_6400_CYCLE: Time = q!(1.25 ns);

    /// From opening a row to reading it (tRCD), 15 cycles.
    #[source(LPDDR5)]
    pub const LPDDR5_6400_ROW_TO_COLUMN: Time = q!(15 * LPDDR5_6400_CYCLE);

    /// Closing a row (tRP), 15 cycles.
    #[source(LPDDR5)]
    pub const LPDDR5_6400_PRECHARGE: Time = q!(15 * LPDDR5_6400_CYCLE);

    /// The least that the standard allows for tRCD.
    #[source(LPDDR5)]
    pub const LPDDR5_6400_ROW_TO_COLUMN_MINIMUM: Time = q!(18 ns);

    /// The least that the standard allows for tRP.
    #[source(LPDDR5)]
    pub const LPDDR5_6400_PRECHARGE_MINIMUM: Time = q!(18 ns);

    /// The least that the standard allows for closing the rows of all banks (tRPab).
    #[source(LPDDR5)]
    pub const LPDDR5_6400_PRECHARGE_ALL_BANKS_MINIMUM: Time = q!(21 ns);

    /// Data lines of a channel of LPDDR5, one bit each.
    #[source(LPDDR5)]
    pub const LPDDR5_CHANNEL_WIDTH: Information = q!(16 bits);
}
