use mlsysim::check;

check! {
    /// A sentence with {} in it.
    speedup: 156..312 TFLOP/s / 2 TFLOP/s ~= 78..165 x;
}

fn main() {}
