mlsysim::units! {
    shifts (shift) = STAY * 2;
}

fn main() {}
