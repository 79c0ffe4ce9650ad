mlsysim::units! {
    shifts (shift) = 2 shifts;
}

fn main() {}
