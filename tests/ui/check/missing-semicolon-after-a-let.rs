use mlsysim::check;

check! {
    let fleet = 8
    /// A sentence with {} in it.
    memory: fleet * 80 GB ~= 640 GB;
}

fn main() {}
