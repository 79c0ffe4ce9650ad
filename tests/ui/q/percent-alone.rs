use mlsysim::{q, units::Time};

pub const VALUE: Time = q!(5 h * %);

fn main() {}
