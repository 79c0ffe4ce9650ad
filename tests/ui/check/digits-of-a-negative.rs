use mlsysim::check;

check! {
    /// A sentence with {} in it.
    change: -38 h * 2 ~= -100 h to 1 digit;
}

fn main() {}
