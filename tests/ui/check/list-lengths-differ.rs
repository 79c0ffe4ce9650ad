use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: [8, 16] GPUs * [1, 2, 3] ~= [8, 32] GPUs;
}

fn main() {}
