use mlsysim::core::constants::accelerators::Tier;
use mlsysim::{constants, q};

constants! {
    pub const STACK: Tier = Tier { capacity: q!(24 GB), bandwidth: Some(q!(819 GB/s)) };
}

fn main() {}
