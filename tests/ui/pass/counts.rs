use mlsysim::{check, formula, units::*};

/// A law. Source: Little (1961).
#[formula]
const fn doubled(x: Count) -> Count { 2 * x }
const FLEET: Count = mlsysim::q!(8);

check! {
    let gpus = 8 GPUs;
    /// A count may be dropped: {}.
    memory: gpus * 80 GB ~= 640 GB;
    /// A share by division too: {}.
    share: 640 GB / gpus ~= 80 GB;
    /// Or it is said: {}.
    share_of_each: 640 GB / gpus ~= 80 GB/GPU;
    /// A plain number may be any count: {}.
    cost: $3/GPU/h * 2 h * 8 ~= $48;
    /// And divide by any: {}.
    each: 640 GB / 8 ~= 80 GB/GPU;
    /// A constant may be a count: {}.
    cost_of_all: $3/GPU/h * 2 h * FLEET ~= $48;
    /// What a formula gives goes with everything: {}.
    twice: doubled(gpus) + 4 ~= 20 GPUs;
    /// Alike goes with alike: {}.
    answer: sum([3, 4] tokens) + 5 tokens ~= 12 tokens;
    /// A root halves what is squared: {}.
    rate: sqrt((3 tokens/s)^2) * 2 ~= 6 tokens/s;
}

fn main() {}
