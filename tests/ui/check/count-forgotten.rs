use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cost: $3/GPU/h * 2 h ~= $6;
}

fn main() {}
