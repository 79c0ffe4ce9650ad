use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(rate: Frequency) -> Time {
    let rate = 2 * rate;
    1 / rate
}

fn main() {}
