use mlsysim::{check, q, units::Ratio};

macro_rules! doubled {
    ($sum:expr) => { q!($sum * 2) };
}
const SIX: Ratio = doubled!(1 + 2);
check! {
    /// A sentence with {} in it.
    ten: SIX + 5 ~= 10;
}
fn main() {}
