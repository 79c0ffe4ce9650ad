use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(first: Time, rate: Frequency) -> Time {
    if first < rate { first } else { 1 / rate }
}

fn main() {}
