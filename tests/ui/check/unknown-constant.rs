use mlsysim::check;
#[allow(unused_imports)]
use mlsysim::core::constants::accelerators::cloud::H100;

check! {
    /// A sentence with {} in it.
    memory: H1000.memory.capacity * 2 ~= 160 GB;
}

fn main() {}
