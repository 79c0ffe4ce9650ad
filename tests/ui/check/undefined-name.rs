use mlsysim::check;

check! {
    /// A sentence with {} in it.
    nodes: fleet / 8 == 2;
}

fn main() {}
