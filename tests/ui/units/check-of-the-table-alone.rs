mod units {
    mlsysim::units! { visits (visit); }
}
#[allow(unused_imports)]
use units::*;

mlsysim::check! {
    /// A sentence with {} in it.
    load: 3 visits * 2 ~= 6 visits;
}

fn main() {}
