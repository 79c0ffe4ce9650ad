use mlsysim::check;

check! {
    let sizes = [8, 16] GPUs;
    /// A sentence with {} in it.
    largest: sizes[2] == 16;
}

fn main() {}
