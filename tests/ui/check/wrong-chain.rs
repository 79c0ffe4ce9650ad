use mlsysim::check;

check! {
    /// A sentence with {} in it.
    utilization: 20% < 65% < 60%;
}

fn main() {}
