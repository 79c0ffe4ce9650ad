use mlsysim::{check, core::formulas::performance::training_time};

check! {
    /// A sentence with {} in it.
    delay: training_time(1 FLOP) ~= 1 s;
}

fn main() {}
