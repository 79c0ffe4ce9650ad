use mlsysim::check;
check! {
    /// A sentence with {} in it.
    fleet: 2 * 8 GPUs ~= 16 GPUs;
}
check! {
    /// A sentence with {} in it.
    memory: fleet * 80 GB ~= 1_280 GB;
}
fn main() {}
