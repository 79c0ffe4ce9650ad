use mlsysim::formula;

/// Waiting time. Source: Little (1961).
#[formula]
pub const fn wait(rate: Frequency) -> Time {
    3 / rate
}

fn main() {}
