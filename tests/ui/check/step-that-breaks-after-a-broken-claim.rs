use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 50 h / 10 ~= 6 h;
    /// A sentence with {} in it.
    share: 3 h / (delay - 5 h) ~= 3;
}

fn main() {}
