//! Memory by its kind: bandwidth, interface, timing and latency.
#![doc = include_str!("tables/memory_technologies.md")]

use super::Source;
use super::source::{
    convention, datasheet, date, derived, estimate, illustrative, literature, sourced,
};
use crate::q;
use crate::units::{Bandwidth, Count, Information, Ratio, Time};

const TIERS: Source = convention(
    "Representative memory-interface bandwidth tiers",
    date(2026, 3, 6),
);
const JEDEC: Source = convention(
    "JEDEC JESD238 (HBM3) and JESD79-5 (DDR5) interface widths",
    date(2026, 3, 6),
);
const BANDWIDTH_TIERS: Source = convention(
    "Generic storage/memory bandwidth tiers (NVMe Gen3/4/5, DDR, host DRAM) from vendor datasheet ranges",
    date(2026, 3, 6),
);
const CXL: Source = derived(
    "Reference CXL memory tier over PCIe Gen5 x16 -> 64 GB/s",
    date(2026, 6, 3),
);
const ON_CHIP: Source = estimate(
    "MLSysBook, Model Training: on-chip SRAM of a modern accelerator",
    date(2026, 10, 20),
);
const ACCESS_ANCHORS: Source = illustrative(
    "mlsysim illustrative register, L1, and L2 access-energy anchors",
    date(2026, 8, 11),
);
const DEAN_2009: Source = literature(
    "Dean (2009), \"Designs, Lessons and Advice from Building Large Distributed Systems\", LADIS 2009 keynote, slide \"Numbers Everyone Should Know\"",
    "https://www.cs.cornell.edu/projects/ladis2009/talks/dean-keynote-ladis2009.pdf",
    date(2026, 10, 20),
);
const LUO_2024: Source = literature(
    "Luo et al. (2024), Benchmarking and Dissecting the Nvidia Hopper GPU Architecture",
    "https://arxiv.org/abs/2402.13499",
    date(2026, 9, 28),
);
const LPDDR5: Source = datasheet(
    "JEDEC JESD209-5C LPDDR5-6400 timings as encoded in the Ramulator 2.0 LPDDR5_6400 preset (tCK = 1250 ps; nRCD = 15, nRP = 15, nRPab = 17 cycles)",
    "https://github.com/CMU-SAFARI/ramulator2/blob/main/python/ramulator/dram/lpddr5.py",
    date(2026, 9, 29),
);
const CHECK_BITS: Source = convention(
    "Eight check bits for 64 data bits, as single error correction with double error detection needs",
    date(2026, 11, 23),
);

sourced! {
    /// Two channels of DDR4-3200.
    DDR4_3200_BANDWIDTH: Bandwidth = q!(51.2 GB/s), TIERS;
    /// GDDR6X of one graphics card.
    GDDR6X_BANDWIDTH: Bandwidth = q!(760 GB/s), TIERS;
    /// HBM2 of one accelerator.
    HBM2_BANDWIDTH: Bandwidth = q!(900 GB/s), TIERS;
    /// HBM3 of one accelerator.
    HBM3_BANDWIDTH: Bandwidth = q!(1_600 GB/s), TIERS;
    /// Data lines of an HBM3 stack, one bit each.
    HBM3_INTERFACE_WIDTH: Information = q!(1_024 bits), JEDEC;
    /// Data lines of a DDR5 module, one bit each.
    DDR5_INTERFACE_WIDTH: Information = q!(64 bits), JEDEC;
    /// The rate of one data line of DDR5-4800.
    DDR5_4800_PIN_RATE: Bandwidth = q!(4.8 Gbps), JEDEC;
    /// One DDR5-4800 module: its width times the rate of a line.
    DDR5_4800_BANDWIDTH: Bandwidth = q!(DDR5_4800_PIN_RATE.value * (DDR5_INTERFACE_WIDTH.value / 1 bit)), JEDEC;
    /// Memory of a host with many channels.
    HOST_BANDWIDTH: Bandwidth = q!(200 GB/s), BANDWIDTH_TIERS;
    /// Memory of a desktop machine.
    SYSTEM_BANDWIDTH: Bandwidth = q!(50 GB/s), BANDWIDTH_TIERS;
    /// Memory behind CXL on PCIe Gen5 x16.
    CXL_BANDWIDTH: Bandwidth = q!(64 GB/s), CXL;
    /// Bandwidth given up to error correction in line: eight check bits for 64 bits of data.
    ECC_PARITY_OVERHEAD: Ratio = q!(8 / 64), CHECK_BITS;
    /// Static memory of all levels on one accelerator, at least.
    ON_CHIP_CAPACITY_LOW: Information = q!(30 MB), ON_CHIP;
    /// Static memory of all levels on one accelerator, at most.
    ON_CHIP_CAPACITY_HIGH: Information = q!(50 MB), ON_CHIP;
    /// Its bandwidth, at least.
    ON_CHIP_BANDWIDTH_LOW: Bandwidth = q!(15 TB/s), ON_CHIP;
    /// Its bandwidth, at most.
    ON_CHIP_BANDWIDTH_HIGH: Bandwidth = q!(20 TB/s), ON_CHIP;
    /// An access to a register.
    REGISTER_LATENCY: Time = q!(0.3 ns), ACCESS_ANCHORS;
    /// An access to the level-1 cache.
    L1_LATENCY: Time = q!(1 ns), ACCESS_ANCHORS;
    /// An access to the level-2 cache.
    L2_LATENCY: Time = q!(4 ns), ACCESS_ANCHORS;
    /// An access to the memory of a host (2009).
    HOST_LATENCY: Time = q!(100 ns), DEAN_2009;
    /// An access of an H100 to its high-bandwidth memory.
    HOPPER_HBM_LATENCY: Time = q!(272.82 ns), LUO_2024;
    /// The same in cycles.
    HOPPER_HBM_CYCLES: Count = q!(478.8 cycles), LUO_2024;
    /// An access of an H100 to its level-2 cache.
    HOPPER_L2_LATENCY: Time = q!(149.86 ns), LUO_2024;
    /// The same in cycles.
    HOPPER_L2_CYCLES: Count = q!(263 cycles), LUO_2024;
    /// An access of an H100 to its shared memory.
    HOPPER_SHARED_MEMORY_LATENCY: Time = q!(16.52 ns), LUO_2024;
    /// The same in cycles.
    HOPPER_SHARED_MEMORY_CYCLES: Count = q!(29 cycles), LUO_2024;
    /// A cycle of the command clock of LPDDR5-6400 (tCK).
    LPDDR5_6400_CYCLE: Time = q!(1.25 ns), LPDDR5;
    /// From opening a row to reading it (tRCD), 15 cycles.
    LPDDR5_6400_ROW_TO_COLUMN: Time = q!(15 * LPDDR5_6400_CYCLE.value), LPDDR5;
    /// Closing a row (tRP), 15 cycles.
    LPDDR5_6400_PRECHARGE: Time = q!(15 * LPDDR5_6400_CYCLE.value), LPDDR5;
    /// The least that the standard allows for tRCD.
    LPDDR5_6400_ROW_TO_COLUMN_MINIMUM: Time = q!(18 ns), LPDDR5;
    /// The least that the standard allows for tRP.
    LPDDR5_6400_PRECHARGE_MINIMUM: Time = q!(18 ns), LPDDR5;
    /// The least that the standard allows for closing the rows of all banks (tRPab).
    LPDDR5_6400_PRECHARGE_ALL_BANKS_MINIMUM: Time = q!(21 ns), LPDDR5;
    /// Data lines of a channel of LPDDR5, one bit each.
    LPDDR5_CHANNEL_WIDTH: Information = q!(16 bits), LPDDR5;
}
