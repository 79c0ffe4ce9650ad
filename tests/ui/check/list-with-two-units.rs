use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: 2 * [8 GB, 16] GB ~= [16, 32] GB;
}

fn main() {}
