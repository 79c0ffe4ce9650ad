use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(rate: Frequency) -> Time {
    delay(rate)
}

fn main() {}
