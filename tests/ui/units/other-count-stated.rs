mlsysim::units! {
    visits (visit);
    shifts (shift) = 8 h;
}

check! {
    /// A sentence with {} in it.
    rate: 2 * 50 visits/day ~= 100 requests/day;
}

fn main() {}
