use mlsysim::check;

check! {
    /// A sentence with {} in it.
    layers: 12 * 7 == 84 layers;
}

fn main() {}
