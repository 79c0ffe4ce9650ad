mlsysim::units! {
    visits (visit);
    shifts (shift) = 8 h;
}

check! {
    /// A sentence with {} in it.
    load: 2 * 60 vists/day ~= 120 visits/day;
}

fn main() {}
