use mlsysim::check;

check! {
    /// A sentence with {} in it.
    middle: avg([1, 2] h) ~= 1.5 h;
}

fn main() {}
