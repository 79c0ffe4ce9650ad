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
    Accelerator, Basis, Details, Direction, FormFactor, Link, Memory, Multiprocessor, Partition,
    Peak, Tier,
};

/// The devices of all pages.
pub const ALL: &[&[&Accelerator]] = &[
    cloud::ALL,
    edge::ALL,
    mobile::ALL,
    tiny::ALL,
    workstation::ALL,
];
