use mlsysim::check;

check! {
    let devices = 8 GPUs;
    /// A sentence with {} in it.
    memory: devics * 80 GB ~= 640 GB;
}

fn main() {}
