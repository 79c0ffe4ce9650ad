use mlsysim::{formula, q, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const WAIT: Time = q!(5 h);

fn main() {}
