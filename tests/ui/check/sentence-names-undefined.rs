use mlsysim::check;

check! {
    /// Memory is {} in {devices}.
    memory: 2 * 40 GB ~= 80 GB;
}

fn main() {}
