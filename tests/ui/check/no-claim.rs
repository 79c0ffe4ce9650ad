use mlsysim::check;

check! {
    let fleet = 8 GPUs;
}

fn main() {}
