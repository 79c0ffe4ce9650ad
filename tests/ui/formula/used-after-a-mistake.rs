use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(rate: Frequency) -> Time { 5h / rate }

pub const TWICE: Time = wait(mlsysim::unit::Hz);

fn main() {}
