use mlsysim::{constants, core::constants::Source, q, units::MoneyRate};

constants! {
    /// Rent of a GPU.
    #[source(Source::estimate("a talk"))]
    #[accept(source)]
    pub const RENT: MoneyRate = q!($2.10/h);
}

fn main() {}
