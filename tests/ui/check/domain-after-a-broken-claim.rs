use mlsysim::{check, formula, units::*};
/// A law. Source: Little (1961).
#[formula]
pub const fn wait(#[domain(> 0)] rate: Frequency) -> Time { 1 / rate }
check! {
    /// A sentence with {} in it.
    delay: 50 h / 10 ~= 6 h;
    /// A sentence with {} in it.
    total: wait(0 Hz) + delay ~= 3 h;
}
fn main() {}
