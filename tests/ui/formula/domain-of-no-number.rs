use mlsysim::formula;
use mlsysim::units::{Count, Time};

/// A shift and its breaks.
#[formula]
const fn shift(#[domain(> 8, < 1)] a: Time, n: Count) -> Time {
    a * n
}

fn main() {}
