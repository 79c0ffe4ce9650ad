use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 0.2 h ~= 0 h;
}

fn main() {}
