mlsysim::units! {
    visits (visit);
    shifts (shift) = 8 h;
}

check! {
    /// A sentence with {} in it.
    stay: 3 shifts * 2 ~= 6 days;
}

fn main() {}
