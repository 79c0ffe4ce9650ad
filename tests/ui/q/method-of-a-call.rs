use mlsysim::{q, units::Time};

pub const VALUE: Time = q!(width(5 h).twice(2));

fn main() {}
