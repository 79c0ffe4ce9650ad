use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(rate: Frequency) -> Time {
    let items: Count = 3;
    items / rate
}

fn main() {}
