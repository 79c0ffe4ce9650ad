use mlsysim::check;

check! {
    let sizes = [8, 64, 512] GPUs;
    /// Element by element: {}.
    cluster: 50_000 h / sizes ~= [6_250, 781, 98] h;
    /// One of them: {}.
    smallest: 50_000 h / sizes[0] ~= 6_250 h;
    /// A range: {}.
    speedup: 156..312 TFLOP/s / 2 TFLOP/s ~= 78..156 x;
    /// A list of bounds: {}.
    enough: 2 * sizes > [10, 100, 1_000] GPUs;
}

fn main() {}
