use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 5 + 1 / (1 / 0) ~= 5;
}

fn main() {}
