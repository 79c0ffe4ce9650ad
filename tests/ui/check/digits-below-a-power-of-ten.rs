use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 38 h * 2 ~= 100 h to 1 digit;
}

fn main() {}
