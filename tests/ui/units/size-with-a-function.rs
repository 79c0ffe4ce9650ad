mlsysim::units! {
    shifts (shift) = max(1 h, 2 h);
}

fn main() {}
