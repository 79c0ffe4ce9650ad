mlsysim::units! {
    shifts (shift) = 8 h / 0;
}

fn main() {}
