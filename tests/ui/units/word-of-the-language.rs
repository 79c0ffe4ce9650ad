mlsysim::units! {
    to (one);
}

fn main() {}
