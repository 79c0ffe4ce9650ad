mlsysim::units! {
    visits;
}

fn main() {}
