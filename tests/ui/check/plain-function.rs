use mlsysim::{check, units::Ratio};
const fn doubled(x: Ratio) -> Ratio { x }

check! {
    /// A sentence with {} in it.
    size: doubled(3) ~= 6;
}

fn main() {}
