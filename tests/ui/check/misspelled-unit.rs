use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 2 * 40 Tb ~= 80 TB;
}

fn main() {}
