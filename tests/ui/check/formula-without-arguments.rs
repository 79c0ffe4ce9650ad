use mlsysim::check;
use mlsysim::core::formulas::queueing::occupancy;

check! {
    /// A sentence with {} in it.
    requests: occupancy() ~= 10;
}

fn main() {}
