use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 769 h * 2 ~= 1_537 h to 2 digits;
}

fn main() {}
