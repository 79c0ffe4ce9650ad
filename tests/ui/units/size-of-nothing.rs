mlsysim::units! {
    shifts (shift) = 8 h - 8 h;
}

fn main() {}
