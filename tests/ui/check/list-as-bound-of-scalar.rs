use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: 2 * 8 GPUs < [20, 40] GPUs;
}

fn main() {}
