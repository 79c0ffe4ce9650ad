mlsysim::units! {
    rounds (round) = 12 GPUs;
}

fn main() {}
