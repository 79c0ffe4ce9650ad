use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 1 h - 2 * 30 min ~= 0 h;
}

fn main() {}
