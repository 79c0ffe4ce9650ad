//! Energy of operations, of memory accesses and of moving data.
//!
//! ```
//! use mlsysim::core::constants::energy;
//! use mlsysim::{q, units::Ratio};
//!
//! // Fetching one operand of two bytes costs 32 times the operation that uses it.
//! const FETCH: Ratio = q!(
//!     energy::DRAM_MOVE.value * 2 B / (energy::EFFECTIVE_GPU.value * 1 FLOP)
//! );
//! assert!((FETCH.value - 32.0).abs() < 1e-9);
//! ```
#![doc = include_str!("tables/energy.md")]

use super::Source;
use super::source::{UNSOURCED, convention, date, illustrative, literature, sourced};
use crate::q;
use crate::units::{Energy, EnergyPerInformation, EnergyPerOperation};

const HIERARCHY: Source = convention(
    "Simplified energy hierarchy: architecture-class effective pJ/FLOP (CPU to ASIC) and per-byte data-movement cost (register to network)",
    date(2026, 3, 6),
);
const HOROWITZ_2014: Source = literature(
    "Horowitz (2014), \"Computing's Energy Problem (and what we can do about it)\", ISSCC: 45 nm per-operation/per-byte energies",
    "https://ieeexplore.ieee.org/document/6757323",
    date(2026, 3, 6),
);
const JOUPPI_2021: Source = literature(
    "Jouppi et al. (2021), Ten Lessons From Three Generations Shaped Google's TPUv4i, ISCA 2021",
    "https://doi.org/10.1109/ISCA52012.2021.00010",
    date(2026, 10, 20),
);
const O_CONNOR_2017: Source = literature(
    "O'Connor et al. (2017), Fine-Grained DRAM: Energy-Efficient DRAM for Extreme Bandwidth Systems, MICRO-50 (Section 1, Figure 1b)",
    "https://research.nvidia.com/publication/2017-10_fine-grained-dram-energy-efficient-dram-extreme-bandwidth-systems",
    date(2026, 10, 15),
);
const ACCESS_ANCHORS: Source = illustrative(
    "mlsysim illustrative register, L1, and L2 access-energy anchors",
    date(2026, 8, 11),
);

sourced! {
    /// One operation of a general processor, with its overheads.
    EFFECTIVE_CPU: EnergyPerOperation = q!(100 pJ/FLOP), HIERARCHY;
    /// One operation of a GPU, with its overheads.
    EFFECTIVE_GPU: EnergyPerOperation = q!(10 pJ/FLOP), HIERARCHY;
    /// One operation of a systolic array, with its overheads.
    EFFECTIVE_TPU: EnergyPerOperation = q!(1 pJ/FLOP), HIERARCHY;
    /// One operation of a chip made for low-precision arithmetic, with its overheads.
    EFFECTIVE_ASIC: EnergyPerOperation = q!(0.1 pJ/FLOP), HIERARCHY;
    /// An FP16 addition at 45 nm.
    FP16_ADD: EnergyPerOperation = q!(0.4 pJ/FLOP), HOROWITZ_2014;
    /// An FP32 addition at 45 nm.
    FP32_ADD: EnergyPerOperation = q!(0.9 pJ/FLOP), HOROWITZ_2014;
    /// An INT32 addition at 45 nm.
    INT32_ADD: EnergyPerOperation = q!(0.1 pJ/FLOP), HOROWITZ_2014;
    /// An INT8 addition at 45 nm.
    INT8_ADD: EnergyPerOperation = q!(0.03 pJ/FLOP), HOROWITZ_2014;
    /// An FP16 multiplication at 45 nm.
    FP16_MULTIPLY: EnergyPerOperation = q!(1.1 pJ/FLOP), HOROWITZ_2014;
    /// An FP32 multiplication at 45 nm.
    FP32_MULTIPLY: EnergyPerOperation = q!(3.7 pJ/FLOP), HOROWITZ_2014;
    /// An FP32 multiplication at 7 nm.
    FP32_MULTIPLY_7NM: EnergyPerOperation = q!(1.31 pJ/FLOP), JOUPPI_2021;
    /// An INT8 multiplication at 45 nm.
    INT8_MULTIPLY: EnergyPerOperation = q!(0.2 pJ/FLOP), HOROWITZ_2014;
    /// Data from the register file.
    REGISTER_MOVE: EnergyPerInformation = q!(0.1 pJ/B), HIERARCHY;
    /// Data from the level-1 cache or other static memory.
    L1_MOVE: EnergyPerInformation = q!(1 pJ/B), HIERARCHY;
    /// Data from the level-2 cache.
    L2_MOVE: EnergyPerInformation = q!(5 pJ/B), HIERARCHY;
    /// Data from an NVMe drive.
    NVME_MOVE: EnergyPerInformation = q!(1_000 pJ/B), HIERARCHY;
    /// Data over the network.
    NETWORK_MOVE: EnergyPerInformation = q!(10_000 pJ/B), HIERARCHY;
    /// Data from memory off the chip: an access over the four bytes it brings.
    DRAM_MOVE: EnergyPerInformation = q!(DRAM_ACCESS.value / 4 B), HOROWITZ_2014;
    /// Data from HBM2 (2017).
    HBM2_MOVE: EnergyPerInformation = q!(31.76 pJ/B), O_CONNOR_2017;
    /// An access to memory off the chip, 32 bits, at 45 nm.
    DRAM_ACCESS: Energy = q!(640 pJ), HOROWITZ_2014;
    /// An access to DDR3 or DDR4 memory, 64 bits, at 45 nm.
    DDR_ACCESS_45NM: Energy = q!(1_300 pJ), JOUPPI_2021;
    /// An access to DDR3 or DDR4 memory, 64 bits, at 7 nm.
    DDR_ACCESS_7NM: Energy = q!(1_300 pJ), JOUPPI_2021;
    /// An access to HBM2, 64 bits, at 7 nm, at least; input and output only.
    HBM2_ACCESS_7NM_LOW: Energy = q!(250 pJ), JOUPPI_2021;
    /// An access to HBM2, 64 bits, at 7 nm, at most; input and output only.
    HBM2_ACCESS_7NM_HIGH: Energy = q!(450 pJ), JOUPPI_2021;
    /// A 32-bit read from 1 MB of static memory at 45 nm.
    SRAM_1MB_ACCESS: Energy = q!(50 pJ), HOROWITZ_2014;
    /// A 32-bit read from 32 KB of static memory at 45 nm.
    SRAM_32KB_ACCESS: Energy = q!(10 pJ), HOROWITZ_2014;
    /// A 32-bit read from 8 KB of static memory at 45 nm.
    SRAM_8KB_ACCESS: Energy = q!(5 pJ), HOROWITZ_2014;
    /// An access to a register.
    REGISTER_ACCESS: Energy = q!(0.1 pJ), ACCESS_ANCHORS;
    /// An access to the level-1 cache.
    L1_ACCESS: Energy = q!(0.5 pJ), ACCESS_ANCHORS;
    /// An access to the level-2 cache.
    L2_ACCESS: Energy = q!(2 pJ), ACCESS_ANCHORS;
    /// Data over InfiniBand.
    INFINIBAND_BIT: EnergyPerInformation = q!(35 pJ/bit), UNSOURCED;
    /// Data over NVLink.
    NVLINK_BIT: EnergyPerInformation = q!(7.5 pJ/bit), UNSOURCED;
    /// Data over 5G.
    CELLULAR_5G: EnergyPerInformation = q!(100 mJ/MB), UNSOURCED;
    /// Data over radio, at most.
    RADIO_HIGH: EnergyPerInformation = q!(500_000 pJ/bit), UNSOURCED;
    /// Data over radio, at least.
    RADIO_LOW: EnergyPerInformation = q!(100_000 pJ/bit), UNSOURCED;
}
