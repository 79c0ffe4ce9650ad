use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: ln(0 - 1) ~= 1;
}

fn main() {}
