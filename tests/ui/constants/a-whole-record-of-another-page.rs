use mlsysim::core::constants::accelerators::{Memory, cloud::H100};
use mlsysim::{constants, core::constants::Source};

pub struct Card { pub memory: Memory, pub source: Source }

constants! {
    pub const CARD: Card = Card { memory: H100.memory, source: H100.source };
}

fn main() {}
