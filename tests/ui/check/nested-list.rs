use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: 2 * [8, [16]] ~= [16, 32];
}

fn main() {}
