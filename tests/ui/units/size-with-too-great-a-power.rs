mlsysim::units! {
    boxes (box_of_it) = 2 m^3 * 2 m^3;
}

fn main() {}
