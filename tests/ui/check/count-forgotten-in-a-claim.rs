use mlsysim::check;

check! {
    /// A sentence with {} in it.
    price: $3/GPU/h * 2 h ~= $6/GPU;
    /// A sentence with {} in it.
    cost: printed(price) / 2 ~= $3;
}

fn main() {}
