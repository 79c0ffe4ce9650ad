use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 8 GPUs * 80 GB/GPU ~= 640 GB/GPU;
}

fn main() {}
