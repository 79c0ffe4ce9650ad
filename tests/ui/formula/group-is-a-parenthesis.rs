use mlsysim::{check, formula, units::*};
macro_rules! law { ($sum:expr) => {
    /// A law. Source: Little (1961).
    #[formula]
    const fn doubled(x: Ratio) -> Ratio { x + $sum * 2 }
} }
law!(1 + 2);
check! {
    /// A sentence with {} in it.
    six: doubled(1) ~= 6;
}
fn main() {}
