use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 3 h * 2.2 ~= 7 h;
    /// A sentence with {} in it.
    twice: 2 * delay ~= 14 h;
}

fn main() {}
