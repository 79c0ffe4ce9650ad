use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: 2 * [8, 16, 24] GPUs ~= [16, 32] GPUs;
}

fn main() {}
