use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: min(14 GB, 2 h) ~= 14 GB;
}

fn main() {}
