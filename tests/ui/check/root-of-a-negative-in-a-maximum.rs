use mlsysim::check;

check! {
    /// A sentence with {} in it.
    size: max(sqrt(-1), 3) + 2 ~= 5;
}

fn main() {}
