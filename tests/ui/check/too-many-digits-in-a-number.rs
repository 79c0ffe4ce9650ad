use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 1.23456789012345678901234567 h ~= 1.2 h;
}

fn main() {}
