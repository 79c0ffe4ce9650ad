use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: 2 * 8 GPUs ~= [16, 32] GPUs;
}

fn main() {}
