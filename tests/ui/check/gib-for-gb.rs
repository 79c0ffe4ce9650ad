use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 80 GiB ~= 80 GB;
}

fn main() {}
