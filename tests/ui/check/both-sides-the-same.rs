use mlsysim::{check, q, units::Information};
const MEMORY: Information = q!(80 GB);

check! {
    /// A sentence with {} in it.
    rest: MEMORY - 3 GB == MEMORY - 3 GB;
}

fn main() {}
