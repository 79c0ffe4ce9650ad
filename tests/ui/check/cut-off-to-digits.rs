use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 2 h / 3 * 1_000 ~= 660 h to 2 digits;
}

fn main() {}
