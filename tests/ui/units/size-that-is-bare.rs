mlsysim::units! {
    scores (score) = 20;
}

fn main() {}
