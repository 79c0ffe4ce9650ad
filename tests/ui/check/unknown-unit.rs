use mlsysim::check;

check! {
    /// A sentence with {} in it.
    distance: 5 parsecs ~= 5 m;
}

fn main() {}
