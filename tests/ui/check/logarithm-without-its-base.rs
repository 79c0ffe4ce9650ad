use mlsysim::check;

check! {
    /// A sentence with {} in it.
    depth: log(1_024) ~= 10.0;
}

fn main() {}
