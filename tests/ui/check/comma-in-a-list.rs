use mlsysim::check;

check! {
    /// A sentence with {} in it.
    fleets: 2 * [1,024, 512] ~= [2_048, 1_024];
}

fn main() {}
