use mlsysim::check;

check! {
    let fleet = 8 GPUs;
    /// A sentence with {} in it.
    nodes: fleet / 4 == 1;
    /// Another with {} in it.
    racks: fleet / 2 ~= 3;
}

fn main() {}
