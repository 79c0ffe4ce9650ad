use mlsysim::formula;
use mlsysim::units::{Count, Time};

/// A shift and its breaks.
#[formula]
const fn shift(#[symbol = "t"] a: Time, #[symbol = "t"] n: Count) -> Time {
    a * n
}

fn main() {}
