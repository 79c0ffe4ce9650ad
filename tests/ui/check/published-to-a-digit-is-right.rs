use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published(80 GB to 1 digit)]
    memory: 2 * 39.4 GB ~= 78.8 GB;
}

fn main() {}
