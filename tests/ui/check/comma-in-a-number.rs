use mlsysim::check;

check! {
    /// A sentence with {} in it.
    fleet: 2 * 5,000 GPUs ~= 10_000 GPUs;
}

fn main() {}
