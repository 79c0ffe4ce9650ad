use mlsysim::core::constants::{Precision, Source, accelerators::cloud::H100, all};
use mlsysim::units::{Information, Money, MoneyRate};
use mlsysim::{check, constants, q};

#[derive(Clone, Copy)]
pub struct Card {
    pub name: &'static str,
    pub memory: Information,
    pub price: Option<Money>,
    pub source: Source,
}

constants! {
    /// Rent of a GPU.
    #[source(CONTRACT)]
    pub const RENT: MoneyRate = q!($2.10/h);
    #[source(Source::derived("the rent, for a day"))]
    const DAY: Money = q!(RENT * 24 h);
    const CONTRACT: Source = Source::estimate("our contract").checked(2026, 2, 28);
    pub const CARD: Card =
        Card { name: "card", memory: H100.memory.capacity, price: None, source: H100.source };
    pub const CARDS: &[&Card] = all!();
    const TRIES: u32 = 3;
    pub static TEXT: &str = concat!("a", "b");
}

check! {
    /// A day costs {}.
    a_day: DAY ~= $50.40;
    /// For a dollar an H100 does {}.
    operations_per_dollar: H100.peak(Precision::Fp16) / RENT ~= 1.7e18 FLOP/USD to 2 digits;
}

fn main() {
    let constants = all().unwrap();
    let figure = |name: &str| constants.iter().find(|it| it.name == name).unwrap();
    assert_eq!(figure("DAY").figures[0].constants, ["RENT"]);
    assert_eq!(figure("CARD").figures[0].expression, "H100.memory.capacity");
    assert_eq!((CARDS.len(), TRIES, TEXT), (1, 3, "ab"));
}
