use mlsysim::check;

check! {
    let day = 20 h;
    /// A sentence with {} in it.
    rest: 2 day - 8 h ~= 40 h;
}

fn main() {}
