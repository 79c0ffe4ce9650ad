use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 640 GB / 8 GPUs ~= 80 GB/token;
}

fn main() {}
