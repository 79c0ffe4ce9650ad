use mlsysim::check;

check! {
    /// A sentence with {} in it.
    depth: 12 * 7 == 80 layers;
}

fn main() {}
