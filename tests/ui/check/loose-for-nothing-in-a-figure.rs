use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[loose = "a round figure"]
    #[published(4_000 USD)]
    cost: 5.4 USD * 1_000 ~= 5_400 USD;
}

fn main() {}
