use mlsysim::check;

check! {
    /// Below a power of ten the digits are finer: {}.
    nearly: 996 h * 1.0005 ~= 1_000 h to 2 digits;
    /// Negative as positive: {}.
    change: -77 h * 2 ~= -150 h to 2 digits;
    /// Ties go either way: {}.
    up: 42.9 ms / 2 ~= 21.5 ms;
    /// Or {}.
    down: 42.9 ms / 2 ~= 21.4 ms;
    /// As many digits as a value has: {}.
    third: 1 / 3 ~= 0.3333333333333;
    /// Exactly what it follows from: {}.
    pages: 4_096 * 2^38 * 1 B == 2^50 * 1 B;
    /// Noise is no difference: {}.
    share: 0.1 + 0.2 <= 0.3;
    /// A conversion computes: {}.
    link: 10 Gbps ~= 1.25 GB/s;
    /// Digits as coarse as the tolerance: {}.
    size: 3 * 512 ~= 1_600 within 32%;
}

fn main() {}
