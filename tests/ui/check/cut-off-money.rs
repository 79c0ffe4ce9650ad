use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cost: $2 / 3 ~= $0.66;
}

fn main() {}
