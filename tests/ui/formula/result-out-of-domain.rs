use mlsysim::{formula, q, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(#[domain(> 0, <= 1)] load: Ratio, time: Time) -> Time {
    time / (1 - load)
}

pub const SLOW: Time = q!(wait(120%, 5 s));

fn main() {}
