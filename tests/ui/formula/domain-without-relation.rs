use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(#[domain(0)] rate: Frequency) -> Time {
    1 / rate
}

fn main() {}
