use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: 2 * [8, 16] GPUs ~= 16 GPUs;
}

fn main() {}
