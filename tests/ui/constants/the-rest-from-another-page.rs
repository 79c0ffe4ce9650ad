use mlsysim::core::constants::accelerators::{Memory, cloud::H100};
use mlsysim::{constants, q};

constants! {
    const SMALL: Memory = Memory { capacity: q!(40 GB), ..H100.memory };
}

fn main() {}
