use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 1 h - 1 h ~= 0 h;
}

fn main() {}
