use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 5 ms ~= 5 ms;
}

fn main() {}
