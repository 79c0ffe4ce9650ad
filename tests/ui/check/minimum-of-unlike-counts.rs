use mlsysim::check;

check! {
    /// A sentence with {} in it.
    least: min(3 GPUs, 4 tokens) ~= 3;
}

fn main() {}
