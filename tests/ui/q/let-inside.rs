use mlsysim::{q, units::Time};

pub const VALUE: Time = q!({ let a = 5; a });

fn main() {}
