use mlsysim::{constants, core::constants::Source, q, units::Money};

constants! {
    #[source(Source::literature("Author (2024), Title", "doi.org/10.1145/3360307"))]
    pub const PRICE: Money = q!(30_000 USD);
}

fn main() {}
