use mlsysim::check;

check! {
    /// A sentence with {} in it.
    self: 2 * 8 h ~= 16 h;
}

fn main() {}
