mlsysim::units! {
    visits (visit);
}

check! {
    let rate = 120 visits/day;
    /// At 130 visits/day, a week has {}.
    week: rate * 7 days ~= 840 visits;
}

fn main() {}
