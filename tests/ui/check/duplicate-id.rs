use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 2 * 40 GB ~= 80 GB;
    /// Another with {} in it.
    memory: 3 * 40 GB ~= 120 GB;
}

fn main() {}
