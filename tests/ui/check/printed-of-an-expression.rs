use mlsysim::check;

check! {
    /// A sentence with {} in it.
    twice: 2 * printed(50 h / 10) ~= 10 h;
}

fn main() {}
