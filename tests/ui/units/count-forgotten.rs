mlsysim::units! {
    visits (visit);
    shifts (shift) = 8 h;
}

check! {
    /// A sentence with {} in it.
    fee: 3 USD/visit/h * 2 h ~= 6 USD;
}

fn main() {}
