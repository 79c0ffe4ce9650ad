use mlsysim::check;

check! {
    let fleet = 8 GPUs;
    let fleet = 16 GPUs;
    /// {fleet} make {}.
    nodes: fleet / 8 == 2;
}

fn main() {}
