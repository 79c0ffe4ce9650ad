use mlsysim::core::constants::accelerators::tiny::STM32F4;
use mlsysim::{q, units::Power};

pub const POWER: Power = q!(STM32F4.thermal_design_power());

fn main() {}
