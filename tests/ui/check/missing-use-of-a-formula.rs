use mlsysim::check;

check! {
    /// A sentence with {} in it.
    requests: occupancy(20/s, 0.5 s) ~= 10;
}

fn main() {}
