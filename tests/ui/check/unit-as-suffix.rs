use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 2 * 5h ~= 10 h;
}

fn main() {}
