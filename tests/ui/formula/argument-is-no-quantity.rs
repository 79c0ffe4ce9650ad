use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(items: f64, rate: Frequency) -> Time {
    items / rate
}

fn main() {}
