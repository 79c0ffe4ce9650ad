use mlsysim::{formula, units::*};

#[formula]
pub const fn wait(rate: Frequency) -> Time {
    1 / rate
}

fn main() {}
