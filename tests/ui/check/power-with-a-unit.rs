use mlsysim::check;

check! {
    /// A sentence with {} in it.
    count: 2 ^ 3 h ~= 8;
}

fn main() {}
