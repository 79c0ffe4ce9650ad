use mlsysim::check;

check! {
    /// A sentence with {} in it.
    side: sqrt(9 m) ~= 3 m;
}

fn main() {}
