use mlsysim::check;

check! {
    /// A sentence with {} in it.
    energy: 700 W * 1 h ~= 700 J;
}

fn main() {}
