use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 0.1 h * 2 ~= 0 h;
}

fn main() {}
