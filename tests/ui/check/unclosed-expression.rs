use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: (2 + 3 h * 2 ~= 16 h);
}

fn main() {}
