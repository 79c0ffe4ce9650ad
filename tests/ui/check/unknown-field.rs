use mlsysim::check;
use mlsysim::core::constants::accelerators::cloud::H100;

check! {
    /// A sentence with {} in it.
    memory: H100.memory.capcity * 2 ~= 160 GB;
}

fn main() {}
