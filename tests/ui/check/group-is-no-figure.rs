use mlsysim::check;

macro_rules! claim {
    ($sum:expr) => { check! {
        /// A sentence with {} in it.
        total: 5 * 3 ~= $sum;
    } };
}
claim!(5 + 10);

fn main() {}
