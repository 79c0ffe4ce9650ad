use mlsysim::formula;
use mlsysim::units::{Count, Time};

/// A shift and its breaks.
#[formula]
const fn shift(a: Time, n: Count) -> Time {
    let both = a * n;
    a * (n + 1)
}

fn main() {}
