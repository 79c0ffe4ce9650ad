use mlsysim::{formula, units::*};

/// A law. Source: Little (1961).
#[formula]
pub const fn volume(side: Length, sides: Count) -> Ratio {
    side ^ sides
}

fn main() {}
