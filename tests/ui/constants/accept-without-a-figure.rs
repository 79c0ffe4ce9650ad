use mlsysim::{constants, core::constants::Source, q, units::MoneyRate};

constants! {
    #[accept(source = "nobody publishes it")]
    const TALK: Source = Source::estimate("a talk");
    /// Rent of a GPU.
    #[source(TALK)]
    pub const RENT: MoneyRate = q!($2.10/h);
}

fn main() {}
