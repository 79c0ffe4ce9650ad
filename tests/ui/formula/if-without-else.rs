use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(time: Time, rate: Frequency) -> Time {
    if time < 1 / rate { time }
}

fn main() {}
