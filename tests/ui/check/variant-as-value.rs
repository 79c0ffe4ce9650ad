use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: Precision::Fp16 * 2 ~= 16;
}

fn main() {}
