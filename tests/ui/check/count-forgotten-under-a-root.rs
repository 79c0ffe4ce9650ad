use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cost: sqrt(($3/GPU/h)^2) * 2 h ~= $6;
}

fn main() {}
