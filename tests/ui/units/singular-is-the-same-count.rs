mlsysim::units! {
    visits (visit);
    shifts (shift) = 8 h;
}

check! {
    /// A sentence with {} in it.
    fee: 3 USD/visit * 2 visits ~= 6 USD/visit;
}

fn main() {}
