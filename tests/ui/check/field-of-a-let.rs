use mlsysim::check;

check! {
    let fleet = 8 GPUs;
    /// A sentence with {} in it.
    nodes: fleet.count / 8 == 1;
}

fn main() {}
