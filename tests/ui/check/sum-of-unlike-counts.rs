use mlsysim::check;

check! {
    /// A sentence with {} in it.
    total: 3 GPUs + 4 tokens ~= 7;
}

fn main() {}
