//! Devices of scenarios that no registry page describes.

use crate::core::constants::accelerators::{Accelerator, Details, Memory, MemoryKind, Tier, peak};
use crate::core::constants::{Precision, Source};
use crate::{constants, q};

constants! {
    /// A camera board around an ESP32. Source: round figures of the book's first example.
    ///
    /// The rate is that of 16-bit arithmetic, the overhead that of dispatching one inference, and the
    /// price that of one device of a fleet.
    pub const ESP32_CAM: Accelerator = Accelerator {
        name: "ESP32-CAM",
        release_year: 2019,
        form_factor: None,
        peaks: &[peak(Precision::Fp16, q!(0.2 GFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(520 KiB),
            bandwidth: q!(0.1 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(1.2 W)),
        launch_overhead: q!(5 ms),
        price: Some(q!(10 USD)),
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::illustrative(
            "Round figures of an ESP32-CAM class device, of the book's first example",
        )
        .checked(2026, 11, 23),
    };

    /// An STM32H743 microcontroller (Cortex-M7 at 480 MHz). Source: STMicroelectronics data sheet
    /// DS12110; Arm Cortex-M7 Technical Reference Manual.
    ///
    /// One fused multiply-add a cycle in FP32, two multiply-accumulates a cycle on integers; the
    /// memory is the 64-bit AXI SRAM bus at half the clock, the power that of running at 3.3 V.
    pub const CORTEX_M7: Accelerator = Accelerator {
        name: "STM32H743 (Cortex-M7)",
        release_year: 2017,
        form_factor: None,
        peaks: &[
            peak(Precision::Int8, q!(480 MHz * 2 * 2 FLOP)),
            peak(Precision::Fp32, q!(480 MHz * 2 FLOP)),
        ],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(1 MiB),
            bandwidth: q!(240 MHz * 64 bits),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(0.5 W)),
        launch_overhead: q!(0.1 ms),
        price: None,
        embodied_carbon: None,
        details: Details {
            clock_rate: Some(q!(480 MHz)),
            flash: Some(Tier {
                capacity: q!(2 MiB),
                bandwidth: None,
            }),
            ..Details::NONE
        },
        source: Source::estimate(
            "STMicroelectronics STM32H743xI data sheet (DS12110) and Arm Cortex-M7 Technical Reference Manual; power and launch overhead are round figures",
        )
        .at("https://www.st.com/resource/en/datasheet/stm32h743bi.pdf")
        .checked(2026, 11, 23),
    };
}
