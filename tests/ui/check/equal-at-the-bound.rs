use mlsysim::check;

check! {
    /// A sentence with {} in it.
    batch: 16 * 4 < 64;
}

fn main() {}
