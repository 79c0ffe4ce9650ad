use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 14 GB + 2 h ~= 16 GB;
}

fn main() {}
