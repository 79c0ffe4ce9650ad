use mlsysim::{constants, core::constants::Source, q, units::Money};

constants! {
    #[source(Source::estimate("a talk"))]
    pub const RENT: Money = q!(2 USD)
    #[source(Source::estimate("a guess"))]
    pub const PRICE: Money = q!(30_000 USD);
}

fn main() {}
