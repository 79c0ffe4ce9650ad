use mlsysim::check;

check! {
    let fleet = 8 GPUs;
    /// A sentence with {} in it.
    nodes: fleet(8) == 1;
}

fn main() {}
