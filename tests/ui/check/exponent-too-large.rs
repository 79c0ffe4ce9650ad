use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 1e400 h ~= 1 h;
}

fn main() {}
