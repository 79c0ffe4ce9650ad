use mlsysim::{check, formula, units::*};
/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(#[domain(> 0)] rate: Frequency) -> Time { 1 / rate }

check! {
    /// A sentence with {} in it.
    delay: wait(5 GB) ~= 5 s;
}

fn main() {}
