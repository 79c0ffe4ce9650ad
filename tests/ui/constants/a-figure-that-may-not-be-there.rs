use mlsysim::{constants, core::constants::Source, q, units::Money};

constants! {
    #[cfg(not(test))]
    #[source(Source::estimate("a talk"))]
    pub const PRICE: Money = q!(30_000 USD);
}

fn main() {}
