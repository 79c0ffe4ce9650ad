use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 2 * 40 GB ~= 84 GB;
}

fn main() {}
