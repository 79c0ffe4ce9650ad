use mlsysim::check;

check! {
    /// A sentence with {} in it.
    twice: 2 * printed(delay) ~= 10 h;
    /// A sentence with {} in it.
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}
