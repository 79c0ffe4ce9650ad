use mlsysim::check;

check! {
    let delay = 50 h / 10;
    /// A sentence with {} in it.
    twice: 2 * printed(delay) ~= 10 h;
}

fn main() {}
