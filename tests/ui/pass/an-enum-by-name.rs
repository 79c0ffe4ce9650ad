use mlsysim::check;

pub enum Bound {
    Memory,
}

impl Bound {
    pub const fn name(&self) -> &'static str {
        match self {
            Bound::Memory => "Memory",
        }
    }
}

pub const DECODING: Bound = Bound::Memory;

check! {
    /// Decoding is limited by memory.
    decoding: DECODING is Memory;
}

fn main() {}
