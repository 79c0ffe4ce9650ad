use mlsysim::{check, formula, q, units::*};
/// A law. Source: Little (1961).
#[formula]
const fn doubled(#[domain(> 0)] x: Ratio) -> Ratio { x * 2 }
const NONE: Ratio = doubled(Ratio { value: f64::NAN, ..q!(3) });
check! {
    /// A sentence with {} in it.
    rest: NONE + 3 ~= 6;
}
fn main() {}
