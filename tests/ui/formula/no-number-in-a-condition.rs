use mlsysim::{check, formula, units::*};
/// A law. Source: Little (1961).
#[formula]
const fn law(a: Ratio, b: Ratio) -> Ratio { if sqrt(a) < b { 1 } else { 2 } }
check! {
    /// A sentence with {} in it.
    rest: law(-2, 3) + 3 ~= 5.0;
}
fn main() {}
