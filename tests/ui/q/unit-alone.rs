use mlsysim::{q, units::Time};

pub const VALUE: Time = q!(h);

fn main() {}
