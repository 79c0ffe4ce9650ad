use mlsysim::{constants, q, units::MoneyRate};

constants! {
    /// Rent of a GPU.
    pub const RENT: MoneyRate = q!($2.10/h);
}

fn main() {}
