//! Microcontrollers and wearables.
#![doc = include_str!("../tables/tiny.md")]

use super::device::{Accelerator, Details, Memory, MemoryKind, Tier, peak};
use crate::core::constants::{Precision, Source};
use crate::{constants, q};

constants! {
    /// ESP32-S3 (AI). Source: Espressif ESP32-S3 technical reference manual.
    pub const ESP32_S3: Accelerator = Accelerator {
        name: "ESP32-S3 (AI)",
        release_year: 2022,
        form_factor: None,
        peaks: &[
            peak(Precision::Fp32, q!(0.5 GFLOP/s)),
            peak(Precision::Int8, q!(2.4 GOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Flash,
            capacity: q!(4 MiB),
            bandwidth: q!(80 MB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(400 mW)),
        launch_overhead: q!(1 ms),
        price: None,
        embodied_carbon: Some(q!(5 kg)),
        details: Details {
            lowest_power: Some(q!(50 mW)),
            highest_power: Some(q!(1.2 W)),
            clock_rate: Some(q!(240 MHz)),
            on_chip_memory: Some(Tier {
                capacity: q!(520 KiB),
                bandwidth: Some(q!(0.96 GB/s)),
            }),
            flash: Some(Tier {
                capacity: q!(4 MiB),
                bandwidth: Some(q!(80 MB/s)),
            }),
            ..Details::NONE
        },
        source: Source::datasheet(
            "Espressif ESP32-S3 technical reference manual",
            "https://www.espressif.com/en/products/socs/esp32-s3",
        )
        .checked(2026, 3, 6),
    };

    /// Himax WE-I Plus. Source: Himax WE-I Plus Edge AI platform documentation.
    pub const HIMAX_WE1: Accelerator = Accelerator {
        name: "Himax WE-I Plus",
        release_year: 2020,
        form_factor: None,
        peaks: &[peak(Precision::Fp32, q!(200 MFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(2 MiB),
            bandwidth: q!(100 MB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(5 mW)),
        launch_overhead: q!(2 ms),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "Himax WE-I Plus Edge AI platform documentation",
            "https://www.himax.com.tw/products/edge-ai-platform/we-plus/",
        )
        .checked(2026, 3, 6),
    };

    /// Lockstep safety MCU (reference class). Source: Reference-class dual-core lockstep real-time MCU (200–400 MHz class).
    ///
    /// The rate of its memory lies between those of flash and static memory, as the estimate has it.
    pub const LOCKSTEP_SAFETY_MCU: Accelerator = Accelerator {
        name: "Lockstep safety MCU (reference class)",
        release_year: 2024,
        form_factor: None,
        peaks: &[peak(Precision::Fp32, q!(0.8 GFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Flash,
            capacity: q!(4 MiB),
            bandwidth: q!(1.6 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(1 W)),
        launch_overhead: q!(1 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            lowest_power: Some(q!(200 mW)),
            highest_power: Some(q!(1.5 W)),
            clock_rate: Some(q!(400 MHz)),
            on_chip_memory: Some(Tier {
                capacity: q!(1 MiB),
                bandwidth: Some(q!(3.2 GB/s)),
            }),
            flash: Some(Tier {
                capacity: q!(4 MiB),
                bandwidth: Some(q!(400 MB/s)),
            }),
            ..Details::NONE
        },
        source: Source::estimate(
            "Reference-class dual-core lockstep real-time MCU (200–400 MHz class)",
        )
        .checked(2026, 9, 21),
    };

    /// Oura Ring 4 (wearable reference profile). Source: Oura Ring 4 public specifications and battery-life guidance.
    ///
    /// The rate of its memory lies between those of flash and static memory, as the estimate has it.
    pub const OURA_RING: Accelerator = Accelerator {
        name: "Oura Ring 4 (wearable reference profile)",
        release_year: 2024,
        form_factor: None,
        peaks: &[
            peak(Precision::Fp32, q!(100 MFLOP/s)),
            peak(Precision::Int8, q!(0.2 GOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Flash,
            capacity: q!(2 MiB),
            bandwidth: q!(80 MB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(20 mW)),
        launch_overhead: q!(2 ms),
        price: None,
        embodied_carbon: None,
        details: Details {
            lowest_power: Some(q!(0.1 mW)),
            highest_power: Some(q!(50 mW)),
            on_chip_memory: Some(Tier {
                capacity: q!(512 KiB),
                bandwidth: Some(q!(250 MB/s)),
            }),
            flash: Some(Tier {
                capacity: q!(2 MiB),
                bandwidth: Some(q!(40 MB/s)),
            }),
            battery: Some(q!(0.06 Wh)),
            ..Details::NONE
        },
        source: Source::estimate(
            "Oura Ring 4 public specifications and battery-life guidance",
        )
        .checked(2026, 6, 3)
        .at("https://support.ouraring.com/hc/en-us/articles/33045011508115-Oura-Ring-4"),
    };

    /// STM32F407 (Cortex-M4F). Source: STMicroelectronics STM32F405xx/STM32F407xx datasheet (DS8626).
    pub const STM32F4: Accelerator = Accelerator {
        name: "STM32F407 (Cortex-M4F)",
        release_year: 2011,
        form_factor: None,
        peaks: &[peak(Precision::Fp32, q!(168 MFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(192 KiB),
            bandwidth: q!(672 MB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: None,
        launch_overhead: q!(10 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            clock_rate: Some(q!(168 MHz)),
            on_chip_memory: Some(Tier {
                capacity: q!(192 KiB),
                bandwidth: None,
            }),
            flash: Some(Tier {
                capacity: q!(1 MiB),
                bandwidth: None,
            }),
            ..Details::NONE
        },
        source: Source::datasheet(
            "STMicroelectronics STM32F405xx/STM32F407xx datasheet (DS8626)",
            "https://www.st.com/resource/en/datasheet/stm32f407vg.pdf",
        )
        .checked(2026, 9, 28),
    };

    /// Nordic nRF52840 (Cortex-M4F). Source: Nordic nRF52840 product specification (MLPerf Tiny reference MCU).
    pub const NRF52840: Accelerator = Accelerator {
        name: "Nordic nRF52840 (Cortex-M4F)",
        release_year: 2018,
        form_factor: None,
        peaks: &[
            peak(Precision::Fp32, q!(64 MFLOP/s)),
            peak(Precision::Int8, q!(0.128 GOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Flash,
            capacity: q!(1 MiB),
            bandwidth: q!(64 MB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(15 mW)),
        launch_overhead: q!(0.5 ms),
        price: None,
        embodied_carbon: None,
        details: Details {
            clock_rate: Some(q!(64 MHz)),
            on_chip_memory: Some(Tier {
                capacity: q!(256 KiB),
                bandwidth: Some(q!(256 MB/s)),
            }),
            flash: Some(Tier {
                capacity: q!(1 MiB),
                bandwidth: Some(q!(64 MB/s)),
            }),
            ..Details::NONE
        },
        source: Source::datasheet(
            "Nordic nRF52840 product specification (MLPerf Tiny reference MCU)",
            "https://www.nordicsemi.com/Products/Development-hardware/Other/nRF52840",
        )
        .checked(2026, 3, 6),
    };

    /// Every device of this page.
    pub const ALL: &[&Accelerator] = all!();
}
