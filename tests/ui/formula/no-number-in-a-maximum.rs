use mlsysim::{check, formula, units::*};
/// A law. Source: Little (1961).
#[formula]
const fn law(a: Ratio, b: Ratio) -> Ratio { max(ln(a), b) }
check! {
    /// A sentence with {} in it.
    rest: law(-1, 3) + 3 ~= 6.0;
}
fn main() {}
