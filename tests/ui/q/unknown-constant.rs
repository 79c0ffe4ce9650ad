use mlsysim::{q, units::Time};

pub const VALUE: Time = q!(MTTF / 2);

fn main() {}
