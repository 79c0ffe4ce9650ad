use mlsysim::check;

check! {
    /// Memory is {} in {all.
    memory: 2 * 40 GB ~= 80 GB;
}

fn main() {}
