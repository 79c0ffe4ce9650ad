use mlsysim::check;

check! {
    /// Eight of them.
    let fleet = 8 GPUs;
    /// {fleet} make {}.
    nodes: fleet / 8 == 1;
}

fn main() {}
