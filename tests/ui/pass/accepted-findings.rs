use mlsysim::core::constants::{Source, all};
use mlsysim::{check, constants, q, units::MoneyRate};

constants! {
    /// Rent of a GPU.
    #[source(Source::estimate("our contract"))]
    #[accept(source = "nobody else has it")]
    #[accept(name = "ours")]
    pub const RENT: MoneyRate = q!($2.10/h);
}

check! {
    #[accept(coarse = "a round figure")]
    let fleet = 10_000;
    /// A fleet of {fleet} loses a GPU every {}.
    #[accept(coarse = "a round figure")]
    #[published(4 h)]
    #[accept(unprinted = "for the talk")]
    interval: 50_000 h / fleet ~= 5 h;
    /// A day costs {}.
    a_day: RENT * 24 h ~= $50.40;
}

fn main() {
    let rent = all().unwrap().into_iter().find(|it| it.name == "RENT").unwrap();
    let said: Vec<(&str, &str)> = rent.accepted.iter().map(|(kind, why)| (kind.word(), *why)).collect();
    assert_eq!(said, [("source", "nobody else has it"), ("name", "ours")]);
}
