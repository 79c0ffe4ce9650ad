use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[loose = "a round figure"]
    reserve: 24 GB - 14 GB > 9 GB;
}

fn main() {}
