use mlsysim::{check, units::*};
fn measured() -> Time { of_base(5.0) }

check! {
    /// A sentence with {} in it.
    delay: measured() ~= 5 s;
}

fn main() {}
