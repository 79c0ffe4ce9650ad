use mlsysim::core::formulas::queueing::occupancy;
use mlsysim::{formula, units::*};

/// Twice the requests. Source: Little (1961).
#[formula]
pub const fn doubled(rate: Frequency) -> Ratio {
    2 * occupancy(rate)
}

fn main() {}
