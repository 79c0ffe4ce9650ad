//! Energy of operations, of memory accesses and of moving data.
//!
//! ```
//! use mlsysim::core::constants::energy;
//! use mlsysim::{q, units::Ratio};
//!
//! // Fetching one operand of two bytes costs 32 times the operation that uses it.
//! const FETCH: Ratio = q!(
//!     energy::DRAM_MOVE * 2 B / (energy::EFFECTIVE_GPU * 1 FLOP)
//! );
//! assert!((FETCH.value - 32.0).abs() < 1e-9);
//! ```
#![doc = include_str!("tables/energy.md")]

use super::Source;
use super::source::UNSOURCED;
use crate::units::{Energy, EnergyPerInformation, EnergyPerOperation};
use crate::{constants, q};

constants! {
    const HIERARCHY: Source = Source::convention(
        "Simplified energy hierarchy: architecture-class effective pJ/FLOP (CPU to ASIC) and per-byte data-movement cost (register to network)",
    )
    .checked(2026, 3, 6);

    const HOROWITZ_2014: Source = Source::literature(
        "Horowitz (2014), \"Computing's Energy Problem (and what we can do about it)\", ISSCC: 45 nm per-operation/per-byte energies",
        "https://ieeexplore.ieee.org/document/6757323",
    )
    .checked(2026, 3, 6);

    const JOUPPI_2021: Source = Source::literature(
        "Jouppi et al. (2021), Ten Lessons From Three Generations Shaped Google's TPUv4i, ISCA 2021",
        "https://doi.org/10.1109/ISCA52012.2021.00010",
    )
    .checked(2026, 10, 20);

    const O_CONNOR_2017: Source = Source::literature(
        "O'Connor et al. (2017), Fine-Grained DRAM: Energy-Efficient DRAM for Extreme Bandwidth Systems, MICRO-50 (Section 1, Figure 1b)",
        "https://research.nvidia.com/publication/2017-10_fine-grained-dram-energy-efficient-dram-extreme-bandwidth-systems",
    )
    .checked(2026, 10, 15);

    const ACCESS_ANCHORS: Source = Source::illustrative(
        "mlsysim illustrative register, L1, and L2 access-energy anchors",
    )
    .checked(2026, 8, 11);

    /// One operation of a general processor, with its overheads.
    #[source(HIERARCHY)]
    pub const EFFECTIVE_CPU: EnergyPerOperation = q!(100 pJ/FLOP);

    /// One operation of a GPU, with its overheads.
    #[source(HIERARCHY)]
    pub const EFFECTIVE_GPU: EnergyPerOperation = q!(10 pJ/FLOP);

    /// One operation of a systolic array, with its overheads.
    #[source(HIERARCHY)]
    pub const EFFECTIVE_TPU: EnergyPerOperation = q!(1 pJ/FLOP);

    /// One operation of a chip made for low-precision arithmetic, with its overheads.
    #[source(HIERARCHY)]
    pub const EFFECTIVE_ASIC: EnergyPerOperation = q!(0.1 pJ/FLOP);

    /// An FP16 addition at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const FP16_ADD: EnergyPerOperation = q!(0.4 pJ/FLOP);

    /// An FP32 addition at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const FP32_ADD: EnergyPerOperation = q!(0.9 pJ/FLOP);

    /// An INT32 addition at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const INT32_ADD: EnergyPerOperation = q!(0.1 pJ/FLOP);

    /// An INT8 addition at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const INT8_ADD: EnergyPerOperation = q!(0.03 pJ/FLOP);

    /// An FP16 multiplication at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const FP16_MULTIPLY: EnergyPerOperation = q!(1.1 pJ/FLOP);

    /// An FP32 multiplication at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const FP32_MULTIPLY: EnergyPerOperation = q!(3.7 pJ/FLOP);

    /// An FP32 multiplication at 7 nm.
    #[source(JOUPPI_2021)]
    pub const FP32_MULTIPLY_7NM: EnergyPerOperation = q!(1.31 pJ/FLOP);

    /// An INT8 multiplication at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const INT8_MULTIPLY: EnergyPerOperation = q!(0.2 pJ/FLOP);

    /// Data from the register file.
    #[source(HIERARCHY)]
    pub const REGISTER_MOVE: EnergyPerInformation = q!(0.1 pJ/B);

    /// Data from the level-1 cache or other static memory.
    #[source(HIERARCHY)]
    pub const L1_MOVE: EnergyPerInformation = q!(1 pJ/B);

    /// Data from the level-2 cache.
    #[source(HIERARCHY)]
    pub const L2_MOVE: EnergyPerInformation = q!(5 pJ/B);

    /// Data from an NVMe drive.
    #[source(HIERARCHY)]
    pub const NVME_MOVE: EnergyPerInformation = q!(1_000 pJ/B);

    /// Data over the network.
    #[source(HIERARCHY)]
    pub const NETWORK_MOVE: EnergyPerInformation = q!(10_000 pJ/B);

    /// Data from memory off the chip: an access over the four bytes it brings.
    #[source(HOROWITZ_2014)]
    pub const DRAM_MOVE: EnergyPerInformation = q!(DRAM_ACCESS / 4 B);

    /// Data from HBM2 (2017).
    #[source(O_CONNOR_2017)]
    pub const HBM2_MOVE: EnergyPerInformation = q!(31.76 pJ/B);

    /// An access to memory off the chip, 32 bits, at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const DRAM_ACCESS: Energy = q!(640 pJ);

    /// An access to DDR3 or DDR4 memory, 64 bits, at 45 nm.
    #[source(JOUPPI_2021)]
    pub const DDR_ACCESS_45NM: Energy = q!(1_300 pJ);

    /// An access to DDR3 or DDR4 memory, 64 bits, at 7 nm.
    #[source(JOUPPI_2021)]
    pub const DDR_ACCESS_7NM: Energy = q!(1_300 pJ);

    /// An access to HBM2, 64 bits, at 7 nm, at least; input and output only.
    #[source(JOUPPI_2021)]
    pub const HBM2_ACCESS_7NM_LOW: Energy = q!(250 pJ);

    /// An access to HBM2, 64 bits, at 7 nm, at most; input and output only.
    #[source(JOUPPI_2021)]
    pub const HBM2_ACCESS_7NM_HIGH: Energy = q!(450 pJ);

    /// A 32-bit read from 1 MB of static memory at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const SRAM_1MB_ACCESS: Energy = q!(50 pJ);

    /// A 32-bit read from 32 KB of static memory at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const SRAM_32KB_ACCESS: Energy = q!(10 pJ);

    /// A 32-bit read from 8 KB of static memory at 45 nm.
    #[source(HOROWITZ_2014)]
    pub const SRAM_8KB_ACCESS: Energy = q!(5 pJ);

    /// An access to a register.
    #[source(ACCESS_ANCHORS)]
    pub const REGISTER_ACCESS: Energy = q!(0.1 pJ);

    /// An access to the level-1 cache.
    #[source(ACCESS_ANCHORS)]
    pub const L1_ACCESS: Energy = q!(0.5 pJ);

    /// An access to the level-2 cache.
    #[source(ACCESS_ANCHORS)]
    pub const L2_ACCESS: Energy = q!(2 pJ);

    /// Data over InfiniBand.
    #[source(UNSOURCED)]
    pub const INFINIBAND_BIT: EnergyPerInformation = q!(35 pJ/bit);

    /// Data over NVLink.
    #[source(UNSOURCED)]
    pub const NVLINK_BIT: EnergyPerInformation = q!(7.5 pJ/bit);

    /// Data over 5G.
    #[source(UNSOURCED)]
    pub const CELLULAR_5G: EnergyPerInformation = q!(100 mJ/MB);

    /// Data over radio, at most.
    #[source(UNSOURCED)]
    pub const RADIO_HIGH: EnergyPerInformation = q!(500_000 pJ/bit);

    /// Data over radio, at least.
    #[source(UNSOURCED)]
    pub const RADIO_LOW: EnergyPerInformation = q!(100_000 pJ/bit);
}
