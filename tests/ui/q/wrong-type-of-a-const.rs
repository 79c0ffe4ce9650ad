use mlsysim::{q, units::Time};

pub const VALUE: Time = q!(5 GB);

fn main() {}
