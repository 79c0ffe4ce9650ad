use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 0x10 h ~= 16 h;
}

fn main() {}
