use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: H100.memory.capacity * 2 ~= 160 GB;
}

fn main() {}
