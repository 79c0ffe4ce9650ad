use mlsysim::check;

check! {
    let empty = 0 h / 0 h;
    /// A sentence with {} in it.
    rest: 3 + empty ~= 3;
}

fn main() {}
