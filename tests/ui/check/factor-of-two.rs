use mlsysim::check;

check! {
    /// A sentence with {} in it.
    peak: 2 * 312 TFLOP/s ~= 312 TFLOP/s;
}

fn main() {}
