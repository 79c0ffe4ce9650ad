//! Computers at the edge and in robots and cars.
#![doc = include_str!("../tables/edge.md")]

use super::device::{
    Accelerator, Details, Direction, Link, Memory, MemoryKind, Tier, peak, sparse_peak,
};
use crate::core::constants::{Precision, Source};
use crate::{constants, q};

constants! {
    /// Google Coral Edge TPU. Source: Google Coral Edge TPU product documentation.
    pub const CORAL: Accelerator = Accelerator {
        name: "Google Coral Edge TPU",
        release_year: 2019,
        form_factor: None,
        peaks: &[peak(Precision::Int8, q!(4 TOPS))],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(1 GiB),
            bandwidth: q!(8 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(2 W)),
        launch_overhead: q!(1 ms),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "Google Coral Edge TPU product documentation",
            "https://coral.ai/products/",
        )
        .checked(2026, 3, 6),
    };

    /// NVIDIA DRIVE Thor. Source: NVIDIA DRIVE Thor architecture whitepaper and technical brief.
    ///
    /// Its source does not say whether the peaks count 2:4 sparsity; they are taken as dense.
    pub const DRIVE_THOR: Accelerator = Accelerator {
        name: "NVIDIA DRIVE Thor",
        release_year: 2025,
        form_factor: None,
        peaks: &[
            peak(Precision::Fp8, q!(1_000 TFLOP/s)),
            peak(Precision::Int8, q!(1_000 TOPS)),
            peak(Precision::Fp4, q!(2_000 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(64 GiB),
            bandwidth: q!(546 GB/s),
        },
        interconnect: Some(Link {
            name: "Automotive 100G Ethernet and PCIe Gen5",
            bandwidth: q!(100 Gbps),
            direction: Direction::PerDirection,
            latency: None,
        }),
        peer_link: None,
        thermal_design_power: Some(q!(100 W)),
        launch_overhead: q!(100 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            lowest_power: Some(q!(50 W)),
            highest_power: Some(q!(150 W)),
            storage: Some(Tier {
                capacity: q!(512 GiB),
                bandwidth: Some(q!(4 GB/s)),
            }),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA DRIVE Thor architecture whitepaper and technical brief",
            "https://www.nvidia.com/en-us/autonomous-machines/drive-thor/",
        )
        .checked(2026, 3, 6),
    };

    /// Edge Server. Source: Reference edge server (1 TFLOP/s, 128 GB) for pedagogy.
    ///
    /// A round figure to compare with, not a product.
    pub const GENERIC_SERVER: Accelerator = Accelerator {
        name: "Edge Server",
        release_year: 2024,
        form_factor: None,
        peaks: &[peak(Precision::Fp32, q!(1 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Ddr,
            capacity: q!(128 GiB),
            bandwidth: q!(100 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(300 W)),
        launch_overhead: q!(100 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::convention(
            "Reference edge server (1 TFLOP/s, 128 GB) for pedagogy",
        )
        .checked(2026, 3, 6),
    };

    /// NVIDIA Jetson AGX Orin. Source: NVIDIA Jetson Orin Compute Comparison, AGX Orin 64GB.
    ///
    /// Its INT8 figure counts 2:4 sparsity, as all TOPS of the Orin family do.
    pub const JETSON_AGX_ORIN: Accelerator = Accelerator {
        name: "NVIDIA Jetson AGX Orin",
        release_year: 2022,
        form_factor: None,
        peaks: &[
            sparse_peak(Precision::Int8, q!(275 TOPS)),
            peak(Precision::Fp16, q!(43 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(64 GiB),
            bandwidth: q!(204 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(60 W)),
        launch_overhead: q!(200 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            lowest_power: Some(q!(15 W)),
            highest_power: Some(q!(60 W)),
            memory_bus_width: Some(q!(256 bit)),
            memory_pin_rate: Some(q!(6.4 Gbps)),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA Jetson Orin Compute Comparison, AGX Orin 64GB",
            "https://www.nvidia.com/en-gb/autonomous-machines/embedded-systems/jetson-orin/",
        )
        .checked(2026, 9, 28),
    };

    /// NVIDIA Jetson Orin NX. Source: NVIDIA Jetson Orin NX series documentation.
    ///
    /// Its INT8 figure counts 2:4 sparsity.
    pub const JETSON_ORIN_NX: Accelerator = Accelerator {
        name: "NVIDIA Jetson Orin NX",
        release_year: 2023,
        form_factor: None,
        peaks: &[
            peak(Precision::Fp16, q!(25 TFLOP/s)),
            sparse_peak(Precision::Int8, q!(100 TOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(16 GiB),
            bandwidth: q!(102 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(25 W)),
        launch_overhead: q!(200 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            lowest_power: Some(q!(10 W)),
            highest_power: Some(q!(25 W)),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA Jetson Orin NX series documentation",
            "https://www.nvidia.com/en-us/autonomous-machines/embedded-systems/jetson-orin/",
        )
        .checked(2026, 3, 6),
    };

    /// NVIDIA Jetson Orin Nano. Source: NVIDIA Jetson Orin Nano series datasheet (8 GB module, original 2023 spec).
    ///
    /// Its INT8 figure counts 2:4 sparsity.
    pub const JETSON_ORIN_NANO: Accelerator = Accelerator {
        name: "NVIDIA Jetson Orin Nano",
        release_year: 2023,
        form_factor: None,
        peaks: &[
            peak(Precision::Fp16, q!(10 TFLOP/s)),
            sparse_peak(Precision::Int8, q!(40 TOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(8 GiB),
            bandwidth: q!(68 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(15 W)),
        launch_overhead: q!(200 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            lowest_power: Some(q!(7 W)),
            highest_power: Some(q!(15 W)),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA Jetson Orin Nano series datasheet (8 GB module, original 2023 spec): 40 TOPS sparse INT8, 7-15 W",
            "https://www.nvidia.com/en-us/autonomous-machines/embedded-systems/jetson-orin/",
        )
        .checked(2026, 6, 10),
    };

    /// Intel NUC + Movidius. Source: Intel NUC + Movidius VPU reference kit (peak TOPS from Intel Neural Compute Stick spec).
    pub const NUC_MOVIDIUS: Accelerator = Accelerator {
        name: "Intel NUC + Movidius",
        release_year: 2020,
        form_factor: None,
        peaks: &[peak(Precision::Int8, q!(1 TOPS))],
        memory: Memory { kind: MemoryKind::Ddr, capacity: q!(16 GiB), bandwidth: q!(25 GB/s) },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(15 W)),
        launch_overhead: q!(2 ms),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::estimate(
            "Intel NUC + Movidius VPU reference kit (peak TOPS from Intel Neural Compute Stick spec)",
        )
        .checked(2026, 3, 6)
        .at("https://www.intel.com/content/www/us/en/products/details/processors/neural-processing-unit.html"),
    };

    /// RoboTaxi Reference Compute (NVIDIA DRIVE AGX Orin class). Source: NVIDIA DRIVE AGX Orin developer platform specifications plus classroom power-budget estimate.
    ///
    /// Its INT8 figure counts 2:4 sparsity.
    pub const ROBOTAXI: Accelerator = Accelerator {
        name: "RoboTaxi Reference Compute (NVIDIA DRIVE AGX Orin class)",
        release_year: 2022,
        form_factor: None,
        peaks: &[peak(Precision::Fp32, q!(5.2 TFLOP/s)), sparse_peak(Precision::Int8, q!(254 TOPS))],
        memory: Memory { kind: MemoryKind::Lpddr, capacity: q!(32 GiB), bandwidth: q!(200 GB/s) },
        interconnect: Some(Link { name: "Automotive sensor and Ethernet I/O", bandwidth: q!(30 Gbps), direction: Direction::PerDirection, latency: None }),
        peer_link: None,
        thermal_design_power: Some(q!(60 W)),
        launch_overhead: q!(200 us),
        price: None,
        embodied_carbon: None,
        details: Details { lowest_power: Some(q!(30 W)), highest_power: Some(q!(120 W)), storage: Some(Tier { capacity: q!(256 GiB), bandwidth: Some(q!(1 GB/s)) }), ..Details::NONE },
        source: Source::estimate(
            "NVIDIA DRIVE AGX Orin developer platform specifications plus classroom power-budget estimate",
        )
        .checked(2026, 6, 3)
        .at("https://developer.nvidia.com/drive/drive-agx"),
    };

    /// Every device of this page.
    pub const ALL: &[&Accelerator] = all!();
}
