use mlsysim::{constants, q, units::MoneyRate};

constants! {
    #[source("our contract")]
    pub const RENT: MoneyRate = q!($2.10/h);
}

fn main() {}
