use mlsysim::{constants, q, units::Money};

const fn price() -> Money { q!(30_000 USD) }

constants! {
    pub const PRICE: Money = price();
}

fn main() {}
