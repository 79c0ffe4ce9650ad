use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[loose = "a\u{1f}b"]
    reserve: 24 GB - 14 GB > 0.5 GB;
}

fn main() {}
