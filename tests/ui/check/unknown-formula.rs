use mlsysim::{check, formula, units::*};
/// A law. Source: Little (1961).
#[formula]
pub const fn wait(rate: Frequency) -> Time { 1 / rate }

check! {
    /// A sentence with {} in it.
    delay: wiat(2 Hz) * 3 ~= 1.5 s;
}

fn main() {}
