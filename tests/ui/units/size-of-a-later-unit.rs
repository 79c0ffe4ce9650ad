mlsysim::units! {
    weeks_of_shifts (week_of_shifts) = 7 shifts;
    shifts (shift) = 8 h;
}

fn main() {}
