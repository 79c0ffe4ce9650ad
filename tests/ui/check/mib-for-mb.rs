use mlsysim::check;

check! {
    /// A sentence with {} in it.
    memory: 8 * 25.6 MiB ~= 204.8 MB;
}

fn main() {}
