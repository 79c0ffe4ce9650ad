use mlsysim::{check, q, units::Information};
const MEMORY: Information = q!(80 GB);

check! {
    /// A sentence with {} in it.
    reserve: 0.9 * MEMORY < MEMORY;
}

fn main() {}
