use mlsysim::{check, q, units::Length};
const SIDE: Length = q!(3 m);

check! {
    /// A sentence with {} in it.
    area: (2 * SIDE / SIDE)^2 ~= 4;
}

fn main() {}
