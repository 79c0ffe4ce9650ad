//! Machines on a desk.
#![doc = include_str!("../tables/workstation.md")]

use super::device::{
    Accelerator, Details, Direction, FormFactor, Link, Memory, MemoryKind, Tier, peak, sparse_peak,
};
use crate::core::constants::{Precision, Source};
use crate::{constants, q};

constants! {
    /// NVIDIA DGX Spark (GB10). Source: NVIDIA DGX Spark (GB10 Grace Blackwell) product page.
    pub const DGX_SPARK: Accelerator = Accelerator {
        name: "NVIDIA DGX Spark (GB10)",
        release_year: 2025,
        form_factor: Some(FormFactor::System),
        peaks: &[
            peak(Precision::Fp16, q!(125 TFLOP/s)),
            peak(Precision::Fp8, q!(250 TFLOP/s)),
            peak(Precision::Fp4, q!(500 TFLOP/s)),
            sparse_peak(Precision::Fp4, q!(1_000 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(128 GiB),
            bandwidth: q!(273 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(200 W)),
        launch_overhead: q!(10 us),
        price: Some(q!(3_000 USD)),
        embodied_carbon: None,
        details: Details {
            highest_price: Some(q!(5_000 USD)),
            storage: Some(Tier {
                capacity: q!(4 TiB),
                bandwidth: Some(q!(7 GB/s)),
            }),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA DGX Spark (GB10 Grace Blackwell) product page",
            "https://www.nvidia.com/en-us/products/workstations/dgx-spark/",
        )
        .checked(2026, 3, 6),
    };

    /// NVIDIA GeForce GTX 580 (3 GB). Source: NVIDIA GeForce GTX 580 specifications (reference board); 3 GB capacity per Krizhevsky et al. (2012).
    pub const GTX_580: Accelerator = Accelerator {
        name: "NVIDIA GeForce GTX 580 (3 GB)",
        release_year: 2010,
        form_factor: Some(FormFactor::Pcie),
        peaks: &[peak(Precision::Fp32, q!(1.5811 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Gddr,
            capacity: q!(3 GiB),
            bandwidth: q!(192.4 GB/s),
        },
        interconnect: Some(Link {
            name: "PCIe Gen2 x16",
            bandwidth: q!(8 GB/s),
            direction: Direction::PerDirection,
            latency: None,
        }),
        peer_link: None,
        thermal_design_power: Some(q!(244 W)),
        launch_overhead: q!(10 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "NVIDIA GeForce GTX 580 specifications (reference board); 3 GB capacity per Krizhevsky et al. (2012)",
            "https://www.nvidia.com/docs/IO/100940/GeForce_GTX_580_Datasheet.pdf",
        )
        .checked(2026, 10, 20),
    };

    /// MacBook Pro (M3 Max). Source: Apple M3 Max technical specifications (GPU core count × peak FLOP/core, rounded).
    pub const MACBOOK_M3_MAX: Accelerator = Accelerator {
        name: "MacBook Pro (M3 Max)",
        release_year: 2023,
        form_factor: None,
        peaks: &[peak(Precision::Fp32, q!(14.2 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(128 GiB),
            bandwidth: q!(400 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(100 W)),
        launch_overhead: q!(50 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::estimate(
            "Apple M3 Max technical specifications (GPU core count × peak FLOP/core, rounded)",
        )
        .checked(2026, 3, 6)
        .at("https://www.apple.com/macbook-pro/specs/"),
    };

    /// Every device of this page.
    pub const ALL: &[&Accelerator] = all!();
}
