use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(rate: Frequency) -> Time {
    let mut items = 3;
    items / rate
}

fn main() {}
