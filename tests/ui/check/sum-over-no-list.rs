use mlsysim::check;

check! {
    /// A sentence with {} in it.
    total: sum(3 h) ~= 3 h;
}

fn main() {}
