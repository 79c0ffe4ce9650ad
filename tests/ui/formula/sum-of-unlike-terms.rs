use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(first: Time, memory: Information) -> Time {
    first + 2 * memory
}

fn main() {}
