#![allow(unused_imports)]
use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(&self) -> Ratio {
    3 * 2
}

fn main() {}
