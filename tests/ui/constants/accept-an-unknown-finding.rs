use mlsysim::{constants, core::constants::Source, q, units::MoneyRate};

constants! {
    /// Rent of a GPU.
    #[source(Source::estimate("a talk"))]
    #[accept(sources = "nobody publishes it")]
    pub const RENT: MoneyRate = q!($2.10/h);
}

fn main() {}
