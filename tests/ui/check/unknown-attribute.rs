use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[rounded]
    reserve: 24 GB - 14 GB > 9 GB;
}

fn main() {}
