use mlsysim::{check, formula, units::*};
/// A law. Source: Little (1961).
#[formula]
const fn law(a: Ratio, b: Ratio) -> Ratio { 1 / (a / b) }
check! {
    /// A sentence with {} in it.
    rest: law(2, 0) + 3 ~= 3.0;
}
fn main() {}
