use mlsysim::{q, units::Time};

pub const VALUE: Time = q!();

fn main() {}
