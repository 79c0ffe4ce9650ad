use mlsysim::check;

check! {
    let fleet = 8GPUs;
    let nodes = 0x8;
}

fn main() {}
