use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 2 * 40 GB ~= 80 GB
    /// Another with {} in it.
    nodes: 16 / 8 == 2;
}

fn main() {}
