#![allow(unused_imports)]
use mlsysim::{formula, units::*};

/// Waiting time. Source: Little (1961).
#[formula]
pub const WAIT: Time = mlsysim::unit::h;

fn main() {}
