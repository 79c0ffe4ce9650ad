use mlsysim::check;

check! {
    let shift = 8 h;
    /// A sentence with {} in it.
    work: 3 shift ~= 24 h;
}

fn main() {}
