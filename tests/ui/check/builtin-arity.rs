use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: max(5 GB) ~= 5 GB;
}

fn main() {}
