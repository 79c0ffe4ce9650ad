mlsysim::units! {
    visits (visit);
    shifts (shift) = 8 h;
}

check! {
    /// A sentence with {} in it.
    load: 3 visits + 4 GPUs ~= 7 visits;
}

fn main() {}
