use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(a: Time, b: Time) -> Time {
    if a < b { let c = 2 * a; c } else { b }
}

fn main() {}
