use mlsysim::{constants, core::constants::Source, q, units::Money};

constants! {
    #[source(Source::estimate("a talk").checked(2026, 2, 30))]
    pub const PRICE: Money = q!(30_000 USD);
}

fn main() {}
