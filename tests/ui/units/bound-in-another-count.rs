mlsysim::units! {
    visits (visit);
    shifts (shift) = 8 h;
}

check! {
    /// A sentence with {} in it.
    load: 2 * 60 visits < 150 tokens;
}

fn main() {}
