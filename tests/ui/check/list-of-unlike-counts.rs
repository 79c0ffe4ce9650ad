use mlsysim::check;

check! {
    /// A sentence with {} in it.
    total: sum([3 GPUs, 4 tokens]) ~= 7;
}

fn main() {}
