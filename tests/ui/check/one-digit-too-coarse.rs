use mlsysim::check;

check! {
    /// A sentence with {} in it.
    share: 0.8 h ~= 1 h;
}

fn main() {}
