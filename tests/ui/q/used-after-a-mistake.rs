use mlsysim::{q, units::Time};

pub const FIRST: Time = q!(5h);
pub const SECOND: Time = q!(2 * FIRST);

fn main() {}
