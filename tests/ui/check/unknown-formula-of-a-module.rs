use mlsysim::{check, core::formulas::performance};

check! {
    /// A sentence with {} in it.
    delay: performance::training_tme(1 FLOP) ~= 1 s;
}

fn main() {}
