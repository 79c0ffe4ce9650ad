use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 2 * fn ~= 16 h;
}

fn main() {}
