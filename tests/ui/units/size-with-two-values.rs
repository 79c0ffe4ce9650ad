mlsysim::units! {
    shifts (shift) = [8, 12] h;
}

fn main() {}
