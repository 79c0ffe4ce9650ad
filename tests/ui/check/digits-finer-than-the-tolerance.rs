use mlsysim::check;

check! {
    /// A sentence with {} in it.
    size: 3 * 512 ~= 1_537 within 32%;
}

fn main() {}
