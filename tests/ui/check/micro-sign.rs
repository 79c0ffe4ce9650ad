use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 3 µs * 2 ~= 7 µs;
}

fn main() {}
