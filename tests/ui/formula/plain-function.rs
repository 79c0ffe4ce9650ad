use mlsysim::{formula, units::*};

fn twice(value: Time) -> Time { value + value }
/// Twice the time. Source: Little (1961).
#[formula]
pub const fn wait(time: Time) -> Time {
    twice(time)
}

fn main() {}
