use mlsysim::check;

macro_rules! claim {
    ($sum:expr) => { check! {
        /// A sentence with {} in it.
        total: $sum * 2 ~= 5;
    } };
}
claim!(1 + 2);

fn main() {}
