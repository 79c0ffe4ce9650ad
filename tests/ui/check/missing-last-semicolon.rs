use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 50 h / 10 ~= 5 h
}

fn main() {}
