use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(time: Time) -> Time {
    time + q!(5 hrs)
}

fn main() {}
