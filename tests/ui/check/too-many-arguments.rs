use mlsysim::{check, core::formulas::memory::weight_memory};

check! {
    /// A sentence with {} in it.
    size: weight_memory(7, 2 B, 3) ~= 14 B;
}

fn main() {}
