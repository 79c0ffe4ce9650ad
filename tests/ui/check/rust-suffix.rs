use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 2f64 * 5 h ~= 10 h;
}

fn main() {}
