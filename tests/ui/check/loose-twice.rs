use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[loose = "an order of magnitude"]
    #[loose = "a round figure"]
    reserve: 24 GB - 14 GB > 0.5 GB;
}

fn main() {}
