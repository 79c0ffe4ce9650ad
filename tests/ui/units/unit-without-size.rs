mlsysim::units! {
    shifts (shift) = ;
}

fn main() {}
