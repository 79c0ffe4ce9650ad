use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published(28,000 GPUs)]
    fleet: 2 * 14_000 GPUs ~= 28_000 GPUs;
}

fn main() {}
