use mlsysim::check;

check! {
    /// A sentence with {} in it.
    utilization: 20% < 5 * 13% < 60%;
}

fn main() {}
