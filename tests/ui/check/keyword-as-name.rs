use mlsysim::check;

check! {
    let type = 8 h;
    /// A sentence with {} in it.
    rest: 2 * 8 h ~= 16 h;
}

fn main() {}
