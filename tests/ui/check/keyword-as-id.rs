use mlsysim::check;

check! {
    /// A sentence with {} in it.
    move: 2 * 8 h ~= 16 h;
}

fn main() {}
