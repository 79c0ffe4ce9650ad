use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(s: Time) -> Time {
    q!(2 s) + s
}

fn main() {}
