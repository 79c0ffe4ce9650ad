use mlsysim::{check, units::*};
struct Clock;
impl Clock { fn measured() -> Time { of_base(5.0) } }

check! {
    /// A sentence with {} in it.
    delay: Clock::measured() ~= 5 s;
}

fn main() {}
