use mlsysim::units::Time;
mlsysim::units! { visits (visit); }

const STAY: Time = q!(5 visits);

fn main() {}
