use mlsysim::check;

check! {
    let fleet = 8 GPUs;
    /// A sentence with {} in it.
    memory: 640 GB + 0 GB * fleet ~= 640 GB;
}

fn main() {}
