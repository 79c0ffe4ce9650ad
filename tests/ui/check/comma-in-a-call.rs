use mlsysim::check;

check! {
    /// A sentence with {} in it.
    size: max(1,024) * 2 ~= 48;
}

fn main() {}
