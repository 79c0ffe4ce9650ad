//! Accelerators and the processors they are compared with.
//!
//! What every device has is a field: `H100.memory.bandwidth`. What only some makers state is an
//! `Option` with a method of the same name, so that a figure which nobody published stops the
//! build where it is asked for:
//!
//! ```
//! use mlsysim::core::constants::Precision;
//! use mlsysim::core::constants::accelerators::cloud::{H100, V100};
//! use mlsysim::{q, units::{ArithmeticIntensity, Ratio}};
//!
//! const RIDGE: ArithmeticIntensity = q!(H100.peak(Precision::Fp16) / H100.memory.bandwidth);
//! const MORE_POWER: Ratio = q!(H100.thermal_design_power() / V100.thermal_design_power());
//! assert!((RIDGE.value - 295.2).abs() < 0.1);
//! assert!((MORE_POWER.value - 2.33).abs() < 0.01);
//! ```
//!
//! ```compile_fail
//! use mlsysim::core::constants::{Precision, accelerators::cloud::V100};
//! use mlsysim::{q, units::OperationRate};
//! // error: `NVIDIA V100` has no fp8 peak
//! const RATE: OperationRate = q!(V100.peak(Precision::Fp8));
//! ```

pub mod cloud;
pub mod edge;
pub mod mobile;
pub mod tiny;
pub mod workstation;

mod device;

pub use device::{
    Accelerator, Basis, Details, Direction, FormFactor, Link, Memory, MemoryKind, Multiprocessor,
    Partition, Peak, Tier, peak, sparse_peak,
};

const PAGES: [&[&Accelerator]; 5] = [
    cloud::ALL,
    edge::ALL,
    mobile::ALL,
    tiny::ALL,
    workstation::ALL,
];

const COUNT: usize = {
    let mut count = 0;
    let mut page = 0;
    while page < PAGES.len() {
        count += PAGES[page].len();
        page += 1;
    }
    count
};

/// The devices of all pages.
pub const ALL: &[&Accelerator] = &{
    let mut all = [cloud::ALL[0]; COUNT];
    let (mut next, mut page, mut index) = (0, 0, 0);
    while next < COUNT {
        if index == PAGES[page].len() {
            page += 1;
            index = 0;
        } else {
            all[next] = PAGES[page][index];
            next += 1;
            index += 1;
        }
    }
    all
};
