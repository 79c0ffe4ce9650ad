//! Phones and tablets.
#![doc = include_str!("../tables/mobile.md")]

use super::device::{Accelerator, Details, Memory, MemoryKind, peak};
use crate::core::constants::{Precision, Source};
use crate::{constants, q};

constants! {
    const PHONE_BRIEFS: Source = Source::estimate(
        "Smartphone SoC NPU peak TOPS from vendor product briefs (marketing peak)",
    )
    .checked(2026, 3, 6);

    /// Apple M2 Neural Engine. Source: Apple, "Apple unveils M2 with breakthrough performance and capabilities" (June 6, 2022).
    pub const APPLE_M2: Accelerator = Accelerator {
        name: "Apple M2 Neural Engine",
        release_year: 2022,
        form_factor: None,
        peaks: &[peak(Precision::Int8, q!(15.8 TOPS))],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(16 GiB),
            bandwidth: q!(100 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(20 W)),
        launch_overhead: q!(1.5 ms),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "Apple, \"Apple unveils M2 with breakthrough performance and capabilities\" (June 6, 2022): 16-core Neural Engine, 15.8 trillion operations/second; 100 GB/s unified memory bandwidth",
            "https://www.apple.com/newsroom/2022/06/apple-unveils-m2-with-breakthrough-performance-and-capabilities/",
        )
        .checked(2026, 6, 10),
    };

    /// Google Pixel 8 (Tensor G3). Source: Smartphone SoC NPU peak TOPS from vendor product briefs (marketing peak).
    pub const PIXEL_8: Accelerator = Accelerator {
        name: "Google Pixel 8 (Tensor G3)",
        release_year: 2023,
        form_factor: None,
        peaks: &[peak(Precision::Int8, q!(15 TOPS))],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(8 GiB),
            bandwidth: q!(60 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(5 W)),
        launch_overhead: q!(1.2 ms),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: PHONE_BRIEFS,
    };

    /// Snapdragon 8 Gen 3. Source: Smartphone SoC NPU peak TOPS from vendor product briefs (marketing peak).
    pub const SNAPDRAGON_8_GEN_3: Accelerator = Accelerator {
        name: "Snapdragon 8 Gen 3",
        release_year: 2023,
        form_factor: None,
        peaks: &[peak(Precision::Int8, q!(45 TOPS))],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(12 GiB),
            bandwidth: q!(77 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(5 W)),
        launch_overhead: q!(1.5 ms),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: PHONE_BRIEFS,
    };

    /// iPhone 15 Pro (A17 Pro). Source: Smartphone SoC NPU peak TOPS from vendor product briefs (marketing peak).
    pub const IPHONE_15_PRO: Accelerator = Accelerator {
        name: "iPhone 15 Pro (A17 Pro)",
        release_year: 2023,
        form_factor: None,
        peaks: &[peak(Precision::Int8, q!(35 TOPS))],
        memory: Memory {
            kind: MemoryKind::Lpddr,
            capacity: q!(8 GiB),
            bandwidth: q!(51.2 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(5 W)),
        launch_overhead: q!(1 ms),
        price: None,
        embodied_carbon: None,
        details: Details {
            battery: Some(q!(15 Wh)),
            ..Details::NONE
        },
        source: PHONE_BRIEFS,
    };

    /// Every device of this page.
    pub const ALL: &[&Accelerator] = all!();
}
