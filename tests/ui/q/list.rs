use mlsysim::{q, units::Time};

pub const VALUE: Time = q!([5, 6] h);

fn main() {}
