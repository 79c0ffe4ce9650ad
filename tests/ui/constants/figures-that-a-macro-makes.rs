use mlsysim::{constants, q, units::Money};

macro_rules! price { ($it:expr) => { pub const PRICE: Money = $it; } }

constants! {
    price! { q!(30_000 USD) }
}

fn main() {}
