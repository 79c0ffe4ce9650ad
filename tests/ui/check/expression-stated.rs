use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 2 * 40 GB ~= 2 * 40 GB;
}

fn main() {}
