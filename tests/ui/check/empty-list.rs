use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: 2 * [] ~= [16];
}

fn main() {}
