use mlsysim::formula;
use mlsysim::units::{Count, Time};

/// A shift and its breaks.
#[formula]
const fn shift(#[domain(> 0)] #[domain(<= 8)] a: Time, n: Count) -> Time {
    a * n
}

fn main() {}
