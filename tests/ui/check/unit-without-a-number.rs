use mlsysim::check;

check! {
    /// A sentence with {} in it.
    energy: 700 W * h ~= 700 Wh;
}

fn main() {}
