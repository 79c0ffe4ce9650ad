use mlsysim::check;

check! {
    /// At 700 W it draws {} a day.
    energy: 650 W * 24 h ~= 15.6 kWh;
}

fn main() {}
