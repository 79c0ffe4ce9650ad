use mlsysim::check;

check! {
    let step = 1.00000000000000001 ms;
    /// A sentence with {} in it.
    total: step * 3 ~= 3 ms;
}

fn main() {}
